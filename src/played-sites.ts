import type { JWK } from 'jose'
import { registerSite } from '#platform/oidc/site.ts'
import type { Platform } from '#platform/platform.ts'

/** The site that the sandbox plays, by its name among the platform's sites. */
export const playedSite = 'sandbox-hospital'

/** Makes the sandbox's hospital a site that people can sign in to with their account. */
export const registerPlayedSite = (
  platform: Pick<Platform, 'db' | 'config'>,
  { origin, publicKey }: { readonly origin: string; readonly publicKey: JWK },
): Promise<void> =>
  registerSite(platform, {
    clientId: playedSite,
    name: { ar: 'مستشفى النخيل (تجريبي)', en: 'Palms Hospital (demonstration)' },
    purpose: { ar: 'ليفتح ملفك الصحي', en: 'to open your medical file' },
    home: `${origin}/hospital`,
    redirectUris: [`${origin}/hospital/callback`],
    signOutUris: [`${origin}/hospital/signed-out`],
    backChannel: `${origin}/hospital/back-channel`,
    jwks: { keys: [publicKey] },
    scopes: ['profile', 'birthdate', 'gender', 'phone'],
    consentDays: 90,
  })
