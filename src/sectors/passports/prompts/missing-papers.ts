import { prompt } from '#platform/catalogue/prompt.ts'
import { missingPapers } from '../missing-papers.ts'

/** A child’s card that waits for a parent’s papers. */
export default prompt('missing-papers', {
  sector: 'passports',
  list: async (context, person) =>
    (await missingPapers.list(context, person)).map((one) => ({
      title: { ar: 'هوية طفلك الرقمية', en: 'Your child’s resident ID' },
      detail: one.label,
      next: {
        label: { ar: 'أرفقها', en: 'Attach them' },
        service: 'dependant-card-papers',
        subject: one.id,
      },
    })),
})
