import { addDays } from '#kernel/day.ts'
import { prompt } from '#platform/catalogue/prompt.ts'
import { limitOn } from '../limits.ts'
import { findPaper } from '../registry/papers.ts'

export default prompt('national-id-expiring', {
  sector: 'civil-affairs',
  list: async ({ db, today }, person) => {
    const card = await findPaper(db, person, 'national-id')
    if (!card?.expiresOn || card.state === 'cancelled') return []
    if (card.expiresOn > addDays(today, limitOn('idRenewalOpensDays', today))) return []
    return [
      {
        title: { ar: 'هويتك الوطنية', en: 'Your national ID' },
        detail:
          card.expiresOn < today
            ? { ar: 'انتهت', en: 'It has expired' }
            : { ar: 'تنتهي قريبًا', en: 'It expires soon' },
        by: card.expiresOn,
        next: { label: { ar: 'اعرضها', en: 'See it' }, service: 'digital-national-id' },
      },
    ]
  },
})
