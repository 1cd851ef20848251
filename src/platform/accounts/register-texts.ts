import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'

/** What a registration says, on the page and by message. */
export const registrationTexts = {
  code: {
    ar: 'رمز التسجيل في ديوان: {code}. لا تعطه لأحد.',
    en: 'Diwan registration code: {code}. Give it to nobody.',
  },
  instead: {
    ar: 'ديوان: لم نستطع التسجيل بهذه البيانات. راجع رقم الهوية وتاريخ الميلاد ورقم الجوال المسجل باسمك. وإن كان لك حساب فادخل به.',
    en: 'Diwan: we could not register these details. Check the ID, the date of birth, and that the mobile is in your name. If you have an account, sign in with it.',
  },
  welcome: {
    title: { ar: 'سُجّل حسابك', en: 'Your account is registered' },
    body: {
      ar: 'أهلًا بك في ديوان. سُجّل حسابك، وبقي تفعيله: من مصرفك أو جهاز خدمة ذاتية أو عند موظف التفعيل.',
      en: 'Welcome to Diwan. Your account is registered; activate it by your bank, at a self-service device or with an activation officer.',
    },
  },
  reminder: {
    title: { ar: 'بقي تفعيل حسابك', en: 'Your account is still to be activated' },
    body: {
      ar: 'ديوان: حسابك مسجّل ولم يُفعّل بعد، وأكثر الخدمات تنتظر تفعيله: من مصرفك أو جهاز خدمة ذاتية أو عند موظف التفعيل.',
      en: 'Diwan: your account is registered but not active yet, and most services wait for that. Activate it by your bank, at a self-service device or with an activation officer.',
    },
  },
  warning: {
    title: { ar: 'محاولة تسجيل برقمك', en: 'Somebody tried to register with your number' },
    body: {
      ar: 'ديوان: جرت محاولة تسجيل برقم هويتك ولم تكتمل. لا تعطِ رمزًا لأحد.',
      en: 'Diwan: somebody tried to register with your ID and did not get through. Give no code to anybody.',
    },
  },
  notTheSame: { ar: 'كلمتا المرور غير متطابقتين', en: 'The two passwords are not the same' },
  usernameTaken: {
    ar: 'اسم المستخدم هذا مسجّل من قبل. اختر غيره',
    en: 'This User ID is already registered. Choose another one',
  },
  termsChanged: {
    status: 422,
    code: 'terms-not-accepted',
    title: { ar: 'وافق على الشروط أولًا', en: 'Accept the terms first' },
    fields: { terms: { ar: 'اقرأ الشروط ثم ضع علامة الموافقة', en: 'Read the terms, then tick the box' } },
  },
  expired: {
    status: 409,
    code: 'registration-expired',
    title: { ar: 'انتهت مهلة التسجيل', en: 'This registration has run out of time' },
    detail: {
      ar: 'لم يُحفظ شيء. ابدأ التسجيل من جديد.',
      en: 'Nothing was kept. Please begin again.',
    },
    next: { label: { ar: 'ابدأ من جديد', en: 'Begin again' }, page: '/register' },
  },
  outOfOrder: {
    status: 409,
    code: 'registration-out-of-order',
    title: { ar: 'أكمل الخطوة السابقة أولًا', en: 'Finish the step before first' },
    next: { label: { ar: 'تابع التسجيل', en: 'Go on registering' }, page: '/register' },
  },
} as const satisfies Record<string, Text | Problem | { readonly title: Text; readonly body: Text }>
