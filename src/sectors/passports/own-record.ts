import type { Clock } from '#kernel/clock.ts'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Subject, SubjectType } from '#platform/catalogue/subject.ts'
import type { Db } from '#platform/database/tables.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import passportSummary from './documents/passport-summary.ts'
import residentId from './documents/resident-id.ts'
import travelPermit from './documents/travel-permit.ts'
import visa from './documents/visa.ts'
import visitorId from './documents/visitor-id.ts'

/** One record of the asker's with Passports, as the document that shows it. */
export interface OwnRecord {
  readonly document: string
  /** What the document is about. */
  readonly id: string
}

export const ownRecord: SubjectType<OwnRecord> = {
  kind: 'passports-record',
  ground: 'self',
  choose: { ar: 'اختر السجل', en: 'Choose a record' },
  none: {
    ar: 'لا سجل باسمك لدى الجوازات: لا إقامة ولا جواز ولا تأشيرة.',
    en: 'Passports holds no record of yours: no residency, passport or visa.',
  },
  list: async (context, person) =>
    (
      await Promise.all(
        [residentId, visitorId, passportSummary, visa, travelPermit].map((one) =>
          recordsOf(context, one, person),
        ),
      )
    ).flat(),
}

async function recordsOf(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  definition: DocumentDefinition,
  person: PersonNumber,
): Promise<readonly Subject<OwnRecord>[]> {
  const context = { db, clock, today: dayOf(clock.now()) }
  const subjects = (await definition.held?.(context, person)) ?? []
  const claims = await Promise.all(subjects.map((id) => definition.claims(context, person, id)))
  return subjects.map((id, at) => {
    const number = claims[at]?.number ?? ''
    return {
      id: `${definition.name}.${id}`,
      person,
      label: definition.title,
      ...(number ? { detail: { ar: number, en: number } } : {}),
      value: { document: definition.name, id },
    }
  })
}
