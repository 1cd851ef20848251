import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'civil-affairs',
  title: { ar: 'الأحوال المدنية', en: 'Civil Affairs' },
  summary: {
    ar: 'سجلك المدني وسجل أسرتك.',
    en: 'Your civil record and that of your family.',
  },
  icon: 'id-card',
  units: { 'civil-affairs': { ar: 'الأحوال المدنية', en: 'Civil Affairs' } },
})
