import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'general',
  title: { ar: 'الوثائق والتقارير', en: 'Documents and reports' },
  summary: {
    ar: 'وثائقك الرقمية وتقاريرك الرسمية، والتحقق منها.',
    en: 'Your digital documents and official reports, and checking them.',
  },
  icon: 'file-badge',
  units: {},
})
