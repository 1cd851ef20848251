import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('register-account', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تسجيل مستخدم جديد', en: 'Create an account' },
  summary: {
    ar: 'أنشئ حسابًا برقم هويتك أو إقامتك وجوالك.',
    en: 'Open an account with your ID or iqama number and your mobile.',
  },
  words: [
    'مستخدم جديد',
    'إنشاء حساب جديد',
    'تسجيل حساب جديد',
    'أبشر للأفراد',
    'تسجيل المستخدم الجديد',
    'sign up',
    'register',
    'new user',
  ],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'خمس دقائق', en: 'Five minutes' },
  conditions: [
    {
      ar: 'حساب واحد لكل رقم هوية، ولصاحب الهوية وحده.',
      en: 'One account for each ID number, and only for its holder.',
    },
    {
      ar: 'الجوال سعودي ومسجّل باسمك؛ رقم جوال غير صحيح يوقف التسجيل.',
      en: 'A Saudi mobile in your own name; a wrong mobile number stops the registration.',
    },
    {
      ar: 'استخدام هوية شخص آخر مخالفة، ويُمنع معها إنشاء الحساب.',
      en: 'Using someone else’s identity is an offence, and no account is opened.',
    },
  ],
  access: 'public',
  page: '/register',
  steps: [
    { ar: 'وافق على الشروط والأحكام.', en: 'Accept the terms and conditions.' },
    {
      ar: 'أدخل رقم الهوية وتاريخ الميلاد والجوال والبريد.',
      en: 'Enter your ID number, date of birth, mobile and e-mail.',
    },
    { ar: 'اكتب رمز التحقق الذي يصل إلى جوالك.', en: 'Type the code that comes to your mobile.' },
    { ar: 'اختر اسم المستخدم وكلمة المرور.', en: 'Choose a username and a password.' },
    {
      ar: 'فعّل الحساب من مصرفك أو عند موظف التفعيل.',
      en: 'Activate the account through your bank or an activation officer.',
    },
  ],
})
