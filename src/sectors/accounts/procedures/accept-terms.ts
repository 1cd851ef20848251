import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('accept-terms', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'الموافقة على الشروط والأحكام', en: 'Accept the terms and conditions' },
  summary: {
    ar: 'اقرأ الشروط ووافق عليها قبل التسجيل.',
    en: 'Read the terms and accept them before you register.',
  },
  words: ['الشروط والأحكام', 'الموافقة على جميع الشروط والأحكام', 'terms'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'تُحفظ النسخة التي وافقت عليها ووقت الموافقة؛ وإذا تغيّرت الشروط سُئلت من جديد.',
      en: 'The version you accepted is kept with the time; when the terms change, you are asked again.',
    },
  ],
  access: 'public',
  page: '/terms',
  steps: [
    { ar: 'اقرأ الشروط؛ ستة أسطر بكلام واضح.', en: 'Read the terms: six lines in plain words.' },
    { ar: 'ضع علامة الموافقة.', en: 'Tick that you accept them.' },
  ],
})
