import type { Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import { limitOn } from '../limits.ts'
import { suspensionsOf } from './licences.ts'
import { pointsOf } from './violations.ts'

/** A licence that its holder may not use for a time. */
export interface LicenceSuspensionTable {
  person_id: PersonNumber
  id: Generated<string>
  licence_id: string
  authority_ar: string
  authority_en: string
  since: Day
  /** The last day on which it is suspended. */
  until: Day
  /** When it was lifted before its time. */
  lifted_on: Day | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    licence_suspension: LicenceSuspensionTable
  }
}

/**
 * Why somebody may not drive on a licence today: an authority has suspended it, or all of their traffic services, or
 * the points of a year have (register query-violation-points). Nothing when they may.
 */
export async function whySuspended(
  db: Db,
  it: { readonly holder: PersonNumber; readonly licence: string; readonly today: Day },
): Promise<Text | undefined> {
  const row = await db
    .selectFrom('licence_suspension')
    .selectAll()
    .where('person_id', '=', it.holder)
    .where('licence_id', '=', it.licence)
    .where('since', '<=', it.today)
    .where('until', '>=', it.today)
    .where('lifted_on', 'is', null)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row)
    return {
      ar: `أوقفتها ${row.authority_ar} حتى ${formatDay(row.until, 'ar')}.`,
      en: `Suspended by ${row.authority_en} until ${formatDay(row.until, 'en')}.`,
    }
  const [services] = await suspensionsOf(db, it.holder)
  if (services)
    return {
      ar: `أوقفت ${services.authority.ar} خدماتك المرورية.`,
      en: `${services.authority.en} has suspended your traffic services.`,
    }
  const limit = limitOn('suspensionPoints', it.today)
  const points = await pointsOf(db, it.holder, it.today)
  return points < limit
    ? undefined
    : {
        ar: `بلغت نقاط المخالفات ${points} خلال سنة، والحد ${limit}.`,
        en: `Violation points reached ${points} within a year; the limit is ${limit}.`,
      }
}
