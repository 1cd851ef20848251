import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'telecom',
  title: { ar: 'الاتصالات', en: 'Telecommunications' },
  summary: {
    ar: 'حساب المنشأة لدى مشغّل الاتصالات: فواتيرها وخدماتها وخطوطها.',
    en: 'The establishment’s account at its telecom operator: bills, services, lines.',
  },
  icon: 'smartphone',
  units: {},
})
