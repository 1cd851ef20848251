import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'business',
  title: { ar: 'الأعمال والتفويض', en: 'Business and delegation' },
  summary: {
    ar: 'منشآتك، ومن يتصرف باسمها وبماذا.',
    en: 'Your establishments, and who acts for them in what.',
  },
  icon: 'building-2',
  units: { 'business-services': { ar: 'خدمات الأعمال', en: 'Business services' } },
})
