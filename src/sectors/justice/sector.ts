import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'justice',
  title: { ar: 'العدل', en: 'Justice' },
  summary: {
    ar: 'صكوك المحاكم، وما يترتب عليها في الخدمات.',
    en: 'Deeds of the courts, and what follows from them in the services.',
  },
  icon: 'scale',
  units: {
    'custody-deeds': { ar: 'صكوك الحضانة', en: 'Custody deeds' },
  },
})
