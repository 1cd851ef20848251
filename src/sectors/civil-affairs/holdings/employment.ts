import { parseEstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Text } from '#kernel/text.ts'
import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import {
  type Employment,
  employmentsOf,
  establishmentsOf,
  findEstablishment,
} from '#platform/people/establishment.ts'

export default holding('employment', {
  sector: 'civil-affairs',
  title: { ar: 'عملك ومنشآتك', en: 'Your work and establishments' },
  order: 50,
  blocks: async ({ db }, person) => {
    const jobs = await Promise.all(
      (await employmentsOf(db, person)).map(async (job) => ({ ...job, name: await employerName(db, job) })),
    )
    const owned = await Promise.all(
      (await establishmentsOf(db, person)).map((one) => findEstablishment(db, one)),
    )
    return [
      ...(jobs.length
        ? [
            {
              kind: 'table' as const,
              columns: [
                { key: 'employer', label: { ar: 'صاحب العمل', en: 'Employer' } },
                { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' } },
                { key: 'since', label: { ar: 'منذ', en: 'Since' } },
              ],
              rows: jobs.map((job) => ({
                employer: v.text(job.name),
                occupation: v.text(job.occupation),
                since: v.day(job.since),
              })),
              empty: { ar: 'لا عمل في سجلك.', en: 'Your record holds no job.' },
            },
          ]
        : []),
      ...(owned.length
        ? [
            {
              kind: 'table' as const,
              title: { ar: 'منشآت باسمك', en: 'Establishments in your name' },
              columns: [
                { key: 'number', label: { ar: 'الرقم الموحد', en: 'Unified number' } },
                { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
              ],
              rows: owned.flatMap((one) => (one ? [{ number: v.code(one.id), name: v.text(one.name) }] : [])),
              empty: { ar: 'لا منشأة باسمك.', en: 'No establishment is in your name.' },
            },
          ]
        : []),
    ]
  },
})

/** An establishment by its name; a household without one, because its head's record is theirs. */
async function employerName(db: Db, { employer }: Employment): Promise<Text> {
  const number = parseEstablishmentNumber(employer)
  const found = number.ok ? await findEstablishment(db, number.value) : undefined
  return found?.name ?? { ar: 'أسرة', en: 'A household' }
}
