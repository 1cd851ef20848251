import { randomBytes } from 'node:crypto'
import { compact } from '#kernel/digits.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { readableCode } from '#kernel/reference.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './activation-tables.ts'

const LIFE_MS = 30 * 24 * 60 * 60_000

/** What the printed form shows; never a password. */
export interface ActivationForm {
  /** Three groups of six characters without look-alikes (89 bits): in the QR, and to be typed at the desk. */
  readonly token: string
  readonly person: PersonNumber
  readonly name: Text
  readonly username: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Issues the form that a person takes to an activation officer (register print-activation-form), good
 * once and for 30 days; a form printed before is void. Only before activation.
 */
export async function printActivationForm(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  by: Extract<Principal, { kind: 'person' }>,
): Promise<Result<ActivationForm, Problem>> {
  const at = clock.now()
  const { person } = by
  const [account, holder] = await Promise.all([
    db.selectFrom('account').select(['state', 'username']).where('person_id', '=', person).executeTakeFirst(),
    findPerson(db, person),
  ])
  if (!account || !holder) return err(problems.notFound)
  if (account.state !== 'registered') return err(alreadyActive)
  const token = [0, 1, 2].map(() => readableCode(randomBytes(8), 6)).join('-')
  const expiresAt = new Date(at.getTime() + LIFE_MS)
  await transact(db, async (tx) => {
    await tx.deleteFrom('activation_form').where('person_id', '=', person).execute()
    await tx
      .insertInto('activation_form')
      .values({ token: formHash(token), person_id: person, issued_at: at, expires_at: expiresAt })
      .execute()
    await record(tx, { subject: person, by, action: 'activation-form.issue', ground: 'self', at })
  })
  return ok({ token, person, name: holder.name, username: account.username, issuedAt: at, expiresAt })
}

/** Whose form this is, while it is good; hyphens, spaces and small letters do not matter. */
export async function personOfForm(db: Db, token: string, at: Date): Promise<PersonNumber | undefined> {
  const row = await db
    .selectFrom('activation_form')
    .select('person_id')
    .where('token', '=', formHash(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.person_id
}

/** Uses a form up: true for exactly one caller. */
export async function useForm(tx: Db, token: string, at: Date): Promise<boolean> {
  const used = await tx
    .deleteFrom('activation_form')
    .where('token', '=', formHash(token))
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst()
  return used !== undefined
}

const formHash = (token: string): string => tokenHash(compact(token).toUpperCase())

const alreadyActive: Problem = {
  status: 409,
  code: 'already-activated',
  title: { ar: 'حسابك مُفعّل من قبل', en: 'Your account is already active' },
  detail: {
    ar: 'لا تحتاج إلى نموذج. كل الخدمات متاحة لك.',
    en: 'You need no form. Every service is open to you.',
  },
  next: { label: { ar: 'الصفحة الرئيسية', en: 'Home' }, page: '/' },
}
