import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('individuals', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'خدمات الأفراد', en: 'Individuals section' },
  summary: {
    ar: 'كل ما يخصك أنت وأسرتك ومركباتك في مكان واحد بعد الدخول.',
    en: 'Everything of yours, your family’s and your vehicles’, in one place once you are signed in.',
  },
  words: ['الأفراد', 'أبشر الأفراد', 'ديوان الأفراد', 'صفحتي', 'individuals', 'my services'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [{ ar: 'حساب مُفعّل.', en: 'An activated account.' }],
  access: 'registered',
  page: '/',
  steps: [
    { ar: 'سجّل الدخول.', en: 'Sign in.' },
    {
      ar: 'تجد أول الصفحة ما ينتظرك، ثم وثائقك وأسرتك ومركباتك وخدماتها.',
      en: 'First comes what waits for you, then your documents, family, vehicles and their services.',
    },
    {
      ar: 'إن كنت تتصرف نيابة عن غيرك فاختر «حسابك الفردي» لتعود إليه.',
      en: 'While you act for somebody else, “Your own account” brings you back.',
    },
  ],
})
