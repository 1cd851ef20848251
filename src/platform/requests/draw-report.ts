import { dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { type Held, type ReportName, reportOf } from '#platform/catalogue/holding.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Case } from './case.ts'

/**
 * What every sector holds for a report of the applicant’s. Others who are shown in it (the workers of a household)
 * find that in their log, and are told: a paper goes further than a page.
 */
export async function drawReport(it: Case, name: ReportName): Promise<readonly Held[]> {
  const { catalogue, clock, vault } = it.engine
  const { applicant } = it
  const context = { db: it.tx, clock, today: dayOf(it.at), vault }
  const { held, others } = await reportOf(catalogue.holdings, context, applicant, name)
  const by = (await findPerson(it.tx, applicant))?.shortName ?? { ar: '', en: '' }
  for (const [person, ground] of others) {
    await record(it.tx, {
      subject: person,
      by: { kind: 'person', person: applicant, account: 'activated', session: it.row.id },
      action: 'report.draw',
      about: it.row.reference,
      ground,
      at: it.at,
    })
    await notify(it.tx, {
      ...told(by),
      to: person,
      key: `${it.row.id}:report`,
      link: '/access',
      sms: true,
      at: it.at,
    })
  }
  return held
}

const told = (by: Text): { readonly title: Text; readonly body: Text } => ({
  title: { ar: 'صدر تقرير وردت فيه', en: 'A report was drawn in which you appear' },
  body: {
    ar: `استخرج ${by.ar} تقريرًا فيه اسمك ومهنتك وانتهاء إقامتك، لا غير. تجده في «من اطّلع على بياناتك».`,
    en: `${by.en} had a report drawn with your name, occupation and iqama expiry, and nothing else. It is under “Who looked at your data”.`,
  },
})
