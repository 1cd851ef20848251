import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-via-online-banking', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'التفعيل من الموقع الإلكتروني لمصرفك', en: 'Activate in internet banking' },
  summary: {
    ar: 'فعّل حسابك من المدفوعات الحكومية والاسترداد في موقع مصرفك.',
    en: 'Activate your account under government payments and refund on your bank’s website.',
  },
  words: ['الأهلي أون لاين', 'المدفوعات الحكومية والاسترداد', 'الإنترنت المصرفي', 'online banking'],
  audience: ['citizen', 'resident'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    { ar: 'حساب مسجّل لم يُفعّل بعد.', en: 'An account that is registered and not yet active.' },
    {
      ar: 'جوالك لدى المصرف هو جوال حسابك. وإن اختلفا فحدّثه في الفرع ثم أعد المحاولة.',
      en: 'The bank holds the mobile of your account. If it does not, have it changed at the branch, then try again.',
    },
  ],
  access: 'registered',
  page: '/activate',
  steps: [
    {
      ar: 'ادخل موقع مصرفك، ومن الصفحة الرئيسية اختر الدفع.',
      en: 'Sign in to your bank’s website and choose Payments on its home page.',
    },
    {
      ar: 'اختر المدفوعات الحكومية والاسترداد.',
      en: 'Choose Government payments and refund.',
    },
    { ar: 'اختر تفعيل خدمة ديوان.', en: 'Choose to activate the Diwan service.' },
    {
      ar: 'راجع بياناتك وأكّدها ووافق على الشروط، ثم اضغط إرسال.',
      en: 'Review and confirm your details, agree to the terms, then press Send.',
    },
    {
      ar: 'يظهر لك إيصال، ثم تصلك رسالة من المصرف ورسالة منا، ويمكنك الدخول فورًا.',
      en: 'A receipt appears, then your bank and we each send you a message, and you can sign in at once.',
    },
  ],
})
