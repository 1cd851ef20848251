import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-account-officer', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفعيل الحساب عند موظف التفعيل', en: 'Activate your account with an officer' },
  summary: {
    ar: 'فعّل حسابك عند موظف التفعيل في أقرب مكتب.',
    en: 'Have your account activated by an activation officer at the nearest office.',
  },
  words: [
    'موظف التنشيط',
    'تسليمه للموظف الخاص بالتفعيل',
    'التفعيل بمساعدة موظف التنشيط في مكاتب الجوازات',
    'تنشيط الحساب',
    'activation',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'عشر دقائق في المكتب', en: 'Ten minutes at the office' },
  conditions: [
    { ar: 'حساب مسجّل لم يُفعّل بعد.', en: 'An account that is registered and not yet active.' },
    {
      ar: 'هوية سارية تطابق السجل، وبصمة مسجلة.',
      en: 'A valid ID that matches the record, and enrolled fingerprints.',
    },
  ],
  access: 'registered',
  page: '/activate',
  steps: [
    {
      ar: 'اطبع نموذج التفعيل أو احفظه في جوالك.',
      en: 'Print the activation form or keep it on your phone.',
    },
    { ar: 'احضر بهويتك إلى مركز تفعيل.', en: 'Come to an activation centre with your ID.' },
    { ar: 'يطابق الموظف هويتك وبصمتك.', en: 'The officer checks your ID and your fingerprint.' },
    { ar: 'تصلك رسالة بأن حسابك مفعّل.', en: 'A message tells you that your account is active.' },
  ],
})
