import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('business', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'خدمات الأعمال', en: 'Business section' },
  summary: {
    ar: 'مساحة عمل المنشأة: لمالكها ومديريها ومفوضيها، كلٌّ بقدر صلاحيته.',
    en: 'The workspace of an establishment, for its owner, managers and delegates, each as far as they may.',
  },
  words: [
    'الأعمال',
    'أبشر الأعمال',
    'ديوان الأعمال',
    'منشآت',
    'مساحة العمل',
    'business',
    'company',
    'establishment',
  ],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [
    { ar: 'حساب فردي مُفعّل أولًا.', en: 'An activated account of your own first.' },
    {
      ar: 'أنت مالك المنشأة أو فُوّضت عنها؛ رقمها الموحد يبدأ بـ 7.',
      en: 'You own the establishment or act for it; its unified number begins with 7.',
    },
  ],
  access: 'registered',
  page: '/business',
  steps: [
    { ar: 'سجّل الدخول، ثم افتح الأعمال.', en: 'Sign in and open Business.' },
    {
      ar: 'سجّل منشأتك، أو انتقل إلى منشأة سبق تسجيلها؛ يُخبر مالكها عند دخول كل مفوّض.',
      en: 'Register your establishment, or go into one; its owner hears of each delegate who comes in.',
    },
    {
      ar: 'يظهر في كل صفحة باسم من تتصرف؛ ومنها تعود إلى حسابك.',
      en: 'Every page says for whom you act, and leads back to your own account.',
    },
  ],
})
