import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { z } from 'zod'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Platform } from '#platform/platform.ts'
import { openSigningKeys } from './keys.ts'
import { pairwiseSubject } from './pairwise.ts'
import { findSite } from './site.ts'

const job = z.object({
  // Written by `site-session.ts`, which takes it from a column of persons.
  person: z.string().transform((person) => person as PersonNumber),
  sid: z.string(),
  client: z.string(),
})

/** Milliseconds that a site has to take a logout token. */
const PATIENCE_MS = 5_000

/**
 * Tells a site that a person has signed out (OpenID Connect Back-Channel Logout 1.0). A site that was
 * removed, or takes no such calls, is not told. @throws when the site did not take it, to be tried again.
 */
export async function tellSignedOut(
  { db, clock, config, vault }: Pick<Platform, 'db' | 'clock' | 'config' | 'vault'>,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { person, sid, client } = job.parse(payload)
  const site = await findSite(db, client)
  if (site?.backChannel === undefined) return
  const [key] = await openSigningKeys(config)
  const now = Math.floor(clock.now().getTime() / 1000)
  const token = await new SignJWT({
    sid,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'logout+jwt' })
    .setIssuer(config.origin)
    .setSubject(pairwiseSubject(vault, client, person))
    .setAudience(client)
    .setIssuedAt(now)
    .setExpirationTime(now + 120)
    .setJti(randomUUID())
    .sign(await importJWK(key, 'ES256'))
  const answer = await fetch(site.backChannel, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  await answer.body?.cancel()
  if (answer.status !== 200 && answer.status !== 204)
    throw new Error(`${client} answered the logout token with ${answer.status}`)
}
