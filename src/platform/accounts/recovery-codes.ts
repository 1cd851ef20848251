import { randomBytes } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { noteChange } from './changes.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { base32 } from './totp.ts'
import './second-factor-tables.ts'

const HOW_MANY = 10
/** 80 bits each (NIST SP 800-63B-4 asks for 64): 16 letters and digits. */
const BYTES = 10

/**
 * Makes ten recovery codes after a step-up, in the place of those before. They are shown this once; what is
 * kept is a fingerprint of each under a key that is not in the database.
 */
export function makeRecoveryCodes(
  { db, clock, vault, config }: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  by: Holder,
): Promise<Result<readonly string[], Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'recovery-codes', at)
    if (!confirmed.ok) return confirmed
    const codes = Array.from({ length: HOW_MANY }, () => base32(randomBytes(BYTES)))
    await tx.deleteFrom('recovery_code').where('person_id', '=', by.person).execute()
    await tx
      .insertInto('recovery_code')
      .values(
        codes.map((code) => ({ person_id: by.person, hash: hashOf(vault, by.person, code), made_at: at })),
      )
      .execute()
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.recovery-codes',
      notice: made,
      at,
    })
    return ok(codes.map((code) => (code.match(/.{4}/g) ?? []).join('-')))
  })
}

/** How many codes a person has left. */
export async function recoveryCodesLeft(db: Db, person: PersonNumber): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select((on) => on.fn.countAll<number>().as('left'))
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** A recovery code as it was typed, without its hyphens; anything else is nothing. */
export function recoveryCodeIn(typed: string): string | undefined {
  // No code has these digits: who copied it by hand took a letter for one.
  const code = typed
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
  return /^[A-Z2-7]{16}$/.test(code) ? code : undefined
}

/** Uses a code, once. */
export async function useRecoveryCode(
  tx: Tx,
  vault: Pick<Platform['vault'], 'index'>,
  { person, code }: { readonly person: PersonNumber; readonly code: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('person_id', '=', person)
    .where('hash', '=', hashOf(vault, person, code))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const hashOf = (vault: Pick<Platform['vault'], 'index'>, person: PersonNumber, code: string): string =>
  vault.index(`recovery-code:${person}:${code}`)

const made = {
  title: { ar: 'أُنشئت رموز استرداد لحسابك', en: 'Recovery codes were made for your account' },
  body: {
    ar: 'ديوان: أُنشئت عشرة رموز استرداد لحسابك، وبطل ما قبلها.',
    en: 'Diwan: ten recovery codes were made for your account; those before are void.',
  },
}
