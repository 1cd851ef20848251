import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'passports',
  title: { ar: 'الجوازات', en: 'Passports' },
  summary: {
    ar: 'الإقامة والجوازات والتأشيرات والسفر.',
    en: 'Residency, passports, visas and travel.',
  },
  icon: 'book-user',
  units: { passports: { ar: 'الجوازات', en: 'Passports' } },
})
