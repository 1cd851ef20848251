import { addDays } from '#kernel/day.ts'
import { prompt } from '#platform/catalogue/prompt.ts'
import { licencesOf } from '../registry/licences.ts'
import { classNames } from '../words.ts'

/** How long before its end a licence is brought forward. */
const daysBefore = 60

export default prompt('expiring', {
  sector: 'traffic',
  list: async ({ db, today }, person) => {
    const soon = addDays(today, daysBefore)
    const licences = await licencesOf(db, person)
    return licences
      .filter((one) => one.class === 'private' && one.expiresOn <= soon)
      .map((one) => ({
        title: classNames[one.class],
        detail:
          one.expiresOn < today
            ? { ar: 'انتهت', en: 'It has expired' }
            : { ar: 'تنتهي قريبًا', en: 'It expires soon' },
        by: one.expiresOn,
        next: {
          label: { ar: 'جدّد', en: 'Renew' },
          service: 'renew-driving-licence',
          subject: one.id,
        },
      }))
  },
})
