import { addDays, type Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { prompt } from '#platform/catalogue/prompt.ts'
import { passportStatus, passportsOf } from '../registry/passports.ts'
import { residencyOf, residencyStatus } from '../registry/residency.ts'
import { firstReminder } from '../reminders.ts'

/** How long before its end a passport is brought forward: many countries and visas ask for half a year. */
const passportDays = 180

/** The residency and the passports that soon run out, or have. */
export default prompt('residency-and-passport-expiring', {
  sector: 'passports',
  list: async ({ db, today }, person) => {
    const [residency, passports] = await Promise.all([residencyOf(db, person), passportsOf(db, person)])
    const status = residency && residencyStatus(residency, today)
    const permit =
      residency &&
      (status === 'valid' || status === 'expired') &&
      residency.expiresOn <= addDays(today, firstReminder)
        ? [
            {
              title: { ar: 'هوية مقيم', en: 'Resident ID' },
              detail: permitDetail(residency.expiresOn, today),
              by: residency.expiresOn,
              next: { label: { ar: 'التفاصيل', en: 'Details' }, service: 'view-digital-resident-id' },
            },
          ]
        : []
    // Of several, the one that lasts longest counts; `passportsOf` has it first.
    const [passport] = passports.filter((one) => ['active', 'expired'].includes(passportStatus(one, today)))
    const book =
      passport && passport.expiresOn <= addDays(today, passportDays)
        ? [
            {
              title: { ar: 'جواز السفر', en: 'Passport' },
              detail: ends(passport.expiresOn, today),
              by: passport.expiresOn,
              next: { label: { ar: 'حالة الجواز', en: 'Its status' }, service: 'query-passport-status' },
            },
          ]
        : []
    return [...permit, ...book]
  },
})

const permitDetail = (expiresOn: Day, today: Day): Text =>
  expiresOn < today
    ? {
        ar: 'انتهت. يجددها صاحب العمل أو رب الأسرة',
        en: 'It has run out. Your employer or head of family renews it',
      }
    : {
        ar: 'تنتهي قريبًا. يجددها صاحب العمل أو رب الأسرة',
        en: 'It runs out soon. Your employer or head of family renews it',
      }

const ends = (expiresOn: Day, today: Day): Text =>
  expiresOn < today ? { ar: 'انتهى', en: 'It has run out' } : { ar: 'ينتهي قريبًا', en: 'It runs out soon' }
