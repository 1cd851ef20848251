import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { areFamily } from '#platform/people/family.ts'
import { findPerson, type Person } from '#platform/people/person.ts'
import type { Sex } from '#platform/people/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts, type OfficerActivation } from './activate-by-officer.ts'
import { mayActivate } from './activation.ts'
import { personOfForm } from './activation-form.ts'
import './account-tables.ts'
import './activation-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** Enough to see that the person at the desk is the one in the register, and nothing else. */
export interface AtDesk {
  readonly name: Text
  readonly born: Day
  /** What the face is drawn from. */
  readonly photoSeed: string
  readonly sex: Sex
}

/** Whom the officer has in front of them, before anything is done. The look is in that person's log. */
export async function lookUpAtDesk(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { of, unit }: Pick<OfficerActivation, 'of' | 'unit'>,
  by: Officer,
): Promise<Result<AtDesk, Problem>> {
  const at = clock.now()
  if (!by.units.includes(unit)) return err(problems.notYours)
  const person = 'form' in of ? await personOfForm(db, of.form, at) : of.person
  if (person === undefined) return err(deskTexts.formGone)
  const account = await db
    .selectFrom('account')
    .select(['state', 'suspended_by as suspendedBy'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (account?.state === 'activated') return err(deskTexts.alreadyActive)
  if (!account || !mayActivate({ ...account, suspendedBy: account.suspendedBy ?? undefined }))
    return err(deskTexts.notRegistered)
  return look(db, { person, action: 'activation.read' }, by, at)
}

/** An activation that waits for a second officer, with what the first one recorded. */
export interface ActivationRecord extends AtDesk {
  readonly receipt: string
  readonly officer: string
  readonly at: Date
  readonly document: string | null
  readonly biometric: string | null
}

/** What a second officer looks at before they confirm; not the one who made it. Logged. */
export async function activationRecord(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { unit, id }: { readonly unit: string; readonly id: string },
  by: Officer,
): Promise<Result<ActivationRecord, Problem>> {
  if (!by.units.includes(unit)) return err(problems.notYours)
  const made = isId(id)
    ? await db
        .selectFrom('activation_review as waiting')
        .innerJoin('activation as made', (join) =>
          join
            .onRef('made.person_id', '=', 'waiting.person_id')
            .onRef('made.id', '=', 'waiting.activation_id'),
        )
        .select(['made.person_id', 'receipt', 'made.officer', 'made.at', 'document', 'biometric'])
        .where('waiting.unit', '=', unit)
        .where('waiting.activation_id', '=', id)
        .where('waiting.officer', '!=', by.officer)
        .executeTakeFirst()
    : undefined
  if (!made) return err(problems.notFound)
  const { person_id: person, receipt, officer, at, document, biometric } = made
  const seen = await look(db, { person, action: 'activation.read', about: receipt }, by, clock.now())
  return seen.ok ? ok({ ...seen.value, receipt, officer: officer ?? '', at, document, biometric }) : seen
}

async function look(
  db: Db,
  what: { readonly person: PersonNumber; readonly action: string; readonly about?: string },
  by: Officer,
  at: Date,
): Promise<Result<AtDesk, Problem>> {
  const { person, ...entry } = what
  if (person === by.person || (await areFamily(db, person, by.person))) return err(deskTexts.ownCase)
  const found = await findPerson(db, person)
  if (!found?.alive) return err(deskTexts.notRegistered)
  await transact(db, (tx) => record(tx, { subject: person, by, ...entry, ground: 'officer', at }))
  return ok(deskViewOf(found))
}

/** What an officer sees of a person in front of them. */
export const deskViewOf = ({ name, born, photoSeed, sex }: Person): AtDesk => ({ name, born, photoSeed, sex })
