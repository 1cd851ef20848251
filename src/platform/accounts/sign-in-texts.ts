import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'

/** What a sign-in says, on the page and by message. */
export const signInTexts = {
  code: {
    ar: 'رمز الدخول إلى ديوان: {code}. لا تعطه لأحد.',
    en: 'Diwan sign-in code: {code}. Give it to nobody.',
  },
  newDevice: {
    title: { ar: 'دخول من جهاز جديد', en: 'Sign-in from a new device' },
    body: {
      ar: 'ديوان: دخل أحد إلى حسابك من جهاز لم يُستعمل من قبل.',
      en: 'Diwan: your account was opened on a device not used before.',
    },
  },
  newPlace: {
    title: { ar: 'دخول من مكان جديد', en: 'Sign-in from a new place' },
    body: {
      ar: 'ديوان: دخل أحد إلى حسابك من شبكة لم يُستعمل منها من قبل.',
      en: 'Diwan: your account was opened from a network not used before.',
    },
  },
  newBoth: {
    title: { ar: 'دخول من جهاز ومكان جديدين', en: 'Sign-in from a new device and place' },
    body: {
      ar: 'ديوان: دخل أحد إلى حسابك من جهاز جديد وشبكة جديدة.',
      en: 'Diwan: your account was opened on a new device and from a new network.',
    },
  },
  wrong: {
    status: 422,
    code: 'sign-in-wrong',
    title: { ar: 'تعذّر الدخول بهذه البيانات', en: 'These details do not sign you in' },
    detail: {
      ar: 'راجع اسم المستخدم أو رقم الهوية وكلمة المرور، والأحرف الكبيرة والصغيرة. بعد 5 محاولات يتوقف الدخول قليلًا.',
      en: 'Check the username or ID and the password; capitals matter. After 5 failed tries sign-in pauses for a while.',
    },
  },
  suspended: {
    status: 403,
    code: 'account-suspended',
    title: { ar: 'حسابك موقوف', en: 'Your account is suspended' },
    detail: {
      ar: 'راجع مركز خدمة العملاء لمعرفة السبب.',
      en: 'The contact centre will tell you why, and what to do.',
    },
    next: { label: { ar: 'تواصل معنا', en: 'Contact us' }, page: '/contact' },
  },
  expired: {
    status: 409,
    code: 'sign-in-expired',
    title: { ar: 'انتهت مهلة الدخول', en: 'This sign-in has run out of time' },
    detail: { ar: 'سجّل الدخول من جديد.', en: 'Please sign in again.' },
    next: { label: { ar: 'تسجيل الدخول', en: 'Sign in' }, page: '/sign-in' },
  },
} as const satisfies Record<string, Text | Problem | { readonly title: Text; readonly body: Text }>
