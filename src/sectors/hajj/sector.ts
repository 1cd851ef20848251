import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'hajj',
  title: { ar: 'الحج', en: 'Hajj' },
  summary: {
    ar: 'تصاريح الحج وما يتصل بالموسم.',
    en: 'Hajj permits, and what belongs to the season.',
  },
  icon: 'moon-star',
  units: {},
})
