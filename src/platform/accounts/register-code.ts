import type { Mobile } from '#kernel/mobile.ts'
import { err, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import type { Problem } from '#platform/problem.ts'
import { type CodeSent, issueCode, verifyCode } from './one-time-code.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { findRegistration, type World } from './registration.ts'
import './register-tables.ts'

/**
 * Sends the code to the mobile of the details. When the details are not those of somebody who may
 * register, a message goes there instead that says what to do; the answer is the same.
 */
export async function sendRegistrationCode(
  platform: World,
  registration: string,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  const row = await findRegistration(db, registration, clock.now())
  if (!row) return err(texts.expired)
  if (row.mobile === null || row.stage === 'verified') return err(texts.outOfOrder)
  const sent = await issueCode(platform, {
    holder: row.id,
    purpose: 'registration',
    // Sealed after it was parsed.
    mobile: vault.open(row.mobile) as Mobile,
    language: row.language,
    text: texts.code,
    ip,
    ...(row.genuine === true ? {} : { instead: texts.instead }),
  })
  if (!sent.ok) return sent
  // Only for the details that the code was sent for: others may have come in between.
  const { numUpdatedRows } = await db
    .updateTable('registration')
    .set({ stage: 'code-sent' })
    .where('id', '=', row.id)
    // Nobody's, when the card that was given is in no register.
    .where('person_id', 'is not distinct from', row.person_id)
    .where('mobile_index', '=', row.mobile_index)
    .where('genuine', '=', row.genuine)
    .where('stage', '<>', 'verified')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? sent : err(texts.outOfOrder)
}

/** Checks the code that the person typed. */
export async function verifyRegistrationCode(
  { db, clock, vault }: World,
  registration: string,
  code: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const row = await findRegistration(tx, registration, at, 'locked')
    if (!row) return err(texts.expired)
    if (row.stage !== 'code-sent') return err(texts.outOfOrder)
    const right = await verifyCode(tx, vault, { holder: row.id, purpose: 'registration', code }, at)
    if (right.ok)
      await tx.updateTable('registration').set({ stage: 'verified' }).where('id', '=', row.id).execute()
    return right
  })
}
