import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-via-bank-app', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'التفعيل من تطبيق الجوال لمصرفك', en: 'Activate in your bank’s mobile app' },
  summary: {
    ar: 'فعّل حسابك من أيقونة دفع الفاتورة في تطبيق مصرفك.',
    en: 'Activate your account from the bill payment icon of your bank’s app.',
  },
  words: ['الأهلي موبايل', 'مصرف الواحة', 'موبايل', 'دفع الفاتورة', 'mobile banking'],
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
      ar: 'ادخل تطبيق مصرفك، ومن الصفحة الرئيسية اختر أيقونة دفع الفاتورة.',
      en: 'Sign in to your bank’s app and choose the bill payment icon on its home page.',
    },
    { ar: 'اختر تفعيل خدمة ديوان.', en: 'Choose to activate the Diwan service.' },
    {
      ar: 'راجع بياناتك ووافق على الشروط واضغط إرسال، ثم تأكيد.',
      en: 'Check your details, agree to the terms and press Send, then Confirm.',
    },
    { ar: 'يظهر لك إيصال بكل التفاصيل.', en: 'A receipt shows you all the details.' },
    {
      ar: 'تصلك رسالة من المصرف ورسالة منا، ويمكنك الدخول فورًا.',
      en: 'Your bank and we each send you a message, and you can sign in at once.',
    },
  ],
})
