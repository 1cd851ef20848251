import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import '#platform/accounts/session-tables.ts'

/**
 * How surely we know who is there, of an account whose identity an officer or a bank has proven: two factors;
 * or a passkey, which no other site can ask for.
 */
export const assuranceLevels = {
  twoFactors: 'urn:diwan:assurance:two-factors',
  phishingResistant: 'urn:diwan:assurance:phishing-resistant',
} as const

export interface Assurance {
  readonly acr: (typeof assuranceLevels)[keyof typeof assuranceLevels]
  /** Authentication methods by their registered names (RFC 8176). */
  readonly amr: readonly string[]
}

const registered: Readonly<Record<string, readonly string[]>> = {
  password: ['pwd'],
  sms: ['otp', 'sms'],
  app: ['otp'],
  passkey: ['pop', 'user'],
  // Given on a device that is signed in, after a confirmation there.
  approval: ['mca'],
}

/** How the holder of a portal session proved who they are. */
export async function assuranceOf(db: Db, person: PersonNumber, session: string): Promise<Assurance> {
  const row = await db
    .selectFrom('session')
    .select('methods')
    .where('person_id', '=', person)
    .where('id', '=', session)
    .executeTakeFirst()
  const methods = row?.methods ?? []
  const amr = [...new Set(methods.flatMap((method) => registered[method] ?? []))]
  const passkey = methods.includes('passkey')
  return {
    acr: passkey ? assuranceLevels.phishingResistant : assuranceLevels.twoFactors,
    amr: methods.length > 1 || passkey || methods.includes('approval') ? [...amr, 'mfa'] : amr,
  }
}
