import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('register-dependant-account', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تسجيل التابعين في ديوان', en: 'Register a dependant of a resident' },
  summary: {
    ar: 'الزوج أو الابن التابع لمقيم ينشئ حسابه برقم إقامته هو، ولا يُطلب غيرها.',
    en: 'A resident’s husband, wife or child opens an account with their own iqama number; nothing else is asked for.',
  },
  words: ['تسجيل تابع', 'التابعين', 'زوجة مقيم', 'أبناء المقيم', 'dependant', 'family of a resident'],
  audience: ['anonymous', 'resident'],
  time: { ar: 'خمس دقائق', en: 'Five minutes' },
  conditions: [
    {
      ar: 'رقم إقامة التابع وحده؛ لا رقم جواز ولا رقم حدود.',
      en: 'The dependant’s iqama number alone: no passport and no border number.',
    },
    {
      ar: 'جواله، أو جوال لم يُسجَّل باسم غيره في السجل.',
      en: 'Their own mobile, or one that the register does not hold as somebody else’s.',
    },
    {
      ar: 'الطفل لا يحتاج إلى حساب: وليه ينجز له من صفحة الأسرة.',
      en: 'A child needs no account: the guardian acts for them from the family page.',
    },
  ],
  access: 'public',
  page: '/register',
  steps: [
    {
      ar: 'وافق على الشروط، ثم اكتب رقم إقامة التابع وتاريخ ميلاده وجواله وبريده.',
      en: 'Accept the terms; enter the dependant’s iqama number, birth date, mobile and e-mail.',
    },
    {
      ar: 'اكتب الرمز الذي وصل، ثم اختر اسم المستخدم وكلمة المرور.',
      en: 'Type the code that arrives; choose a username and a password.',
    },
    { ar: 'فعّل الحساب كأي مقيم.', en: 'Activate it like any resident.' },
  ],
})
