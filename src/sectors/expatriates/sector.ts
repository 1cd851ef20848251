import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'expatriates',
  title: { ar: 'شؤون الوافدين والاستقدام', en: 'Expatriate affairs and recruitment' },
  summary: {
    ar: 'العاملون لديك، وما يحق لك ولهم أن يروه.',
    en: 'Who works for you, and what you and they may see.',
  },
  icon: 'users-round',
  units: {},
})
