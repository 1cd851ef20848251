import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-from-abroad', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفعيل الحساب من خارج المملكة', en: 'Activate from abroad' },
  summary: {
    ar: 'أنت خارج المملكة؟ فعّل حسابك في بعثة أو باتصال مرئي مع موظف.',
    en: 'Outside the Kingdom? Have your account activated at a mission or on a video call with an officer.',
  },
  words: [
    'من الخارج',
    'مبتعث',
    'مسافر',
    'السفارة',
    'القنصلية',
    'abroad',
    'embassy',
    'consulate',
    'video call',
  ],
  audience: ['citizen'],
  time: { ar: 'ربع ساعة في موعدك', en: 'A quarter of an hour at your appointment' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'حساب مسجّل لم يُفعّل بعد، وجواز سارٍ.',
      en: 'An account that is registered and not yet active, and a valid passport.',
    },
  ],
  access: 'registered',
  page: '/activate/abroad',
  steps: [
    {
      ar: 'اختر بعثة أو اتصالًا مرئيًا، ثم يومًا ووقتًا.',
      en: 'Choose a mission or a video call, a day and a time.',
    },
    {
      ar: 'احضر بجوازك، أو انتظر اتصال الموظف.',
      en: 'Come with your passport, or wait for the officer’s call.',
    },
    {
      ar: 'يطابق الموظف جوازك ووجهك بالسجل.',
      en: 'The officer compares your passport and your face with the register.',
    },
    { ar: 'تصلك رسالة بأن حسابك مفعّل.', en: 'A message tells you that your account is active.' },
  ],
})
