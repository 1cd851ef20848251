import type { Generated, Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'

export type PolicyClass = 'vip' | 'a' | 'b' | 'c'

/** A policy under the person whom it insures, whoever pays for it. */
export interface HealthPolicyTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  insurer_ar: string
  insurer_en: string
  class: PolicyClass
  starts_on: Day
  ends_on: Day
  /** When it was ended before its time. */
  ended_on: Day | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    health_policy: HealthPolicyTable
  }
}

export interface HealthPolicy {
  readonly id: string
  readonly insured: PersonNumber
  readonly number: string
  readonly insurer: Text
  readonly class: PolicyClass
  readonly from: Day
  /** The last day on which it is valid. */
  readonly until: Day
}

/** The policy of a person that is in force on a day; where there are two, the one that lasts longer. */
export async function policyOn(db: Db, person: PersonNumber, on: Day): Promise<HealthPolicy | undefined> {
  const row = await db
    .selectFrom('health_policy')
    .selectAll()
    .where('person_id', '=', person)
    .where('starts_on', '<=', on)
    .where('ends_on', '>=', on)
    .where('ended_on', 'is', null)
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && policyOf(row)
}

/** When the last policy of a person ended or ends; nothing when there never was one. */
export async function insuredUntil(db: Db, person: PersonNumber): Promise<Day | undefined> {
  const row = await db
    .selectFrom('health_policy')
    .select('ends_on')
    .where('person_id', '=', person)
    .where('ended_on', 'is', null)
    .orderBy('ends_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ends_on
}

/** Enters a policy; answers its id. */
export async function enterPolicy(tx: Db, policy: Insertable<HealthPolicyTable>): Promise<string> {
  const row = await tx.insertInto('health_policy').values(policy).returning('id').executeTakeFirstOrThrow()
  return row.id
}

const policyOf = (row: Selectable<HealthPolicyTable>): HealthPolicy => ({
  id: row.id,
  insured: row.person_id,
  number: row.number,
  insurer: { ar: row.insurer_ar, en: row.insurer_en },
  class: row.class,
  from: row.starts_on,
  until: row.ends_on,
})
