import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('update-mobile-number', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تحديث رقم الجوال', en: 'Update your mobile number' },
  summary: { ar: 'اجعل رقمًا جديدًا جوال حسابك.', en: 'Make another line the mobile of your account.' },
  words: ['تغيير الجوال', 'رقم جديد', 'فقدت جوالي', 'change mobile', 'new number', 'lost phone'],
  audience: ['citizen', 'resident'],
  time: { ar: 'ثلاث دقائق', en: 'Three minutes' },
  conditions: [
    { ar: 'الرقم الجديد سعودي ومسجل باسمك.', en: 'The new line is a Saudi mobile in your own name.' },
    {
      ar: 'بعد التغيير تتأخر العمليات الحساسة 24 ساعة، وتصل رسالة إلى الرقمين.',
      en: 'Afterwards sensitive acts wait 24 hours, and both lines get a message.',
    },
    {
      ar: 'إن فقدت الرقم القديم: بمفتاح مرور أو رمز استرداد أو تطبيق الرموز، أو من مصرفك أو جهاز الخدمة الذاتية أو عند موظف التفعيل.',
      en: 'If the old line is lost: with a passkey, a recovery code or your code app, or through your bank, a self-service device or an activation officer.',
    },
  ],
  access: 'registered',
  page: '/account/mobile',
  steps: [
    { ar: 'أكّد أنك أنت.', en: 'Confirm that it is you.' },
    { ar: 'اكتب الرقم الجديد.', en: 'Enter the new line.' },
    { ar: 'اكتب الرمز الذي يصل إليه.', en: 'Type the code that comes to it.' },
  ],
})
