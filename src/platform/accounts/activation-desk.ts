import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson, type Person } from '#platform/people/person.ts'
import type { Sex } from '#platform/people/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts, type OfficerActivation } from './activate-by-officer.ts'
import { mayActivate } from './activation.ts'
import { personOfForm } from './activation-form.ts'
import { isNear, ownOrFamily } from './end-by-officer.ts'
import './account-tables.ts'

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
  platform: Pick<Platform, 'db' | 'clock'>,
  { of, unit }: Pick<OfficerActivation, 'of' | 'unit'>,
  by: Officer,
): Promise<Result<AtDesk, Problem>> {
  const { db, clock } = platform
  if (!by.units.includes(unit)) return err(problems.notYours)
  const person = 'form' in of ? await personOfForm(db, of.form, clock.now()) : of.person
  if (person === undefined) return err(deskTexts.formGone)
  const account = await db
    .selectFrom('account')
    .select(['state', 'suspended_by as suspendedBy'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (account?.state === 'activated') return err(deskTexts.alreadyActive)
  if (!account || !mayActivate({ ...account, suspendedBy: account.suspendedBy ?? undefined }))
    return err(deskTexts.notRegistered)
  if (!(await findPerson(db, person))?.alive) return err(deskTexts.notRegistered)
  return lookAt(platform, { person, action: 'activation.read', own: deskTexts.ownCase }, by)
}

/**
 * Shows an officer somebody who is neither they themselves nor of their family; `own` is said otherwise. The look is
 * in that person's log.
 */
export async function lookAt(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  it: {
    readonly person: PersonNumber
    readonly action: string
    readonly about?: string
    readonly own?: Problem
  },
  by: Officer,
): Promise<Result<AtDesk, Problem>> {
  const { person, own = ownOrFamily, ...entry } = it
  if (await isNear(db, person, by)) return err(own)
  const found = await findPerson(db, person)
  if (!found) return err(problems.notFound)
  await transact(db, (tx) =>
    record(tx, { subject: person, by, ...entry, ground: 'officer', at: clock.now() }),
  )
  return ok(deskViewOf(found))
}

/** What an officer sees of a person in front of them. */
const deskViewOf = ({ name, born, photoSeed, sex }: Person): AtDesk => ({ name, born, photoSeed, sex })
