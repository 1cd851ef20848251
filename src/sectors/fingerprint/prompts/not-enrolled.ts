import { prompt } from '#platform/catalogue/prompt.ts'
import { fingerprintOf } from '../registry.ts'

export default prompt('not-enrolled', {
  sector: 'fingerprint',
  list: async ({ db, today }, person) => {
    const found = await fingerprintOf(db, person, today)
    if (found?.status !== 'NOT_UPDATED') return []
    return [
      {
        title: { ar: 'بصمتك غير محدثة', en: 'Your fingerprints need updating' },
        detail: {
          ar: 'خدمات كثيرة تنتظرها.',
          en: 'Many services wait for them.',
        },
        next: { label: { ar: 'احجز', en: 'Book' }, service: 'enrol-fingerprint' },
      },
    ]
  },
})
