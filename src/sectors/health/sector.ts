import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'health',
  title: { ar: 'الصحة', en: 'Health' },
  summary: {
    ar: 'التأمين الصحي، وما يُبنى عليه.',
    en: 'Health insurance, and what rests on it.',
  },
  icon: 'heart-pulse',
  units: {},
})
