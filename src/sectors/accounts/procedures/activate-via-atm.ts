import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-via-atm', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'التفعيل من جهاز الصراف الآلي', en: 'Activate at an ATM' },
  summary: {
    ar: 'فعّل حسابك ببطاقتك المصرفية من أي صرّاف لمصرفك.',
    en: 'Activate your account with your bank card at any ATM of your bank.',
  },
  words: ['أجهزة الصراف الآلي', 'صراف', 'البطاقة المصرفية', 'الرقم السري', 'atm', 'cash machine'],
  audience: ['citizen', 'resident'],
  time: { ar: 'ثلاث دقائق', en: 'Three minutes' },
  conditions: [
    { ar: 'حساب مسجّل لم يُفعّل بعد.', en: 'An account that is registered and not yet active.' },
    { ar: 'بطاقتك المصرفية ورقمها السري.', en: 'Your bank card and its PIN.' },
    {
      ar: 'جوالك لدى المصرف هو جوال حسابك.',
      en: 'The bank holds the mobile of your account.',
    },
  ],
  access: 'registered',
  page: '/activate',
  steps: [
    { ar: 'أدخل بطاقتك واكتب رقمها السري.', en: 'Insert your card and type its PIN.' },
    {
      ar: 'اختر تفعيل خدمات بوابة ديوان الإلكترونية.',
      en: 'Choose to activate the services of the Diwan portal.',
    },
    { ar: 'اقرأ الشروط والأحكام واضغط موافق.', en: 'Read the terms and conditions and press Agree.' },
    {
      ar: 'أكّد رقم جوالك الذي يظهر لك. إن كان غير صحيح فاتبع التعليمات: حدّثه في الفرع ثم أعد المحاولة.',
      en: 'Confirm the mobile number that is shown. If it is wrong, follow the instructions: have it changed at the branch, then try again.',
    },
    {
      ar: 'خذ إيصالك. تصلك رسالة من المصرف ورسالة منا، ويمكنك الدخول فورًا.',
      en: 'Take your slip. Your bank and we each send you a message, and you can sign in at once.',
    },
  ],
})
