import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'

/** What a reset says, on the page and by message. */
export const resetTexts = {
  code: {
    ar: 'رمز ديوان لإعادة ضبط كلمة المرور: {code}. لا تعطه لأحد.',
    en: 'Diwan code to reset your password: {code}. Give it to nobody.',
  },
  instead: {
    ar: 'ديوان: لم نستطع إعادة ضبط كلمة المرور بهذه البيانات. راجعها، أو توجّه إلى موظف التفعيل أو جهاز الخدمة الذاتية أو مصرفك.',
    en: 'Diwan: we could not reset a password with these details. Check them, or go to an activation officer, a self-service device or your bank.',
  },
  warning: {
    title: { ar: 'محاولة إعادة ضبط كلمة مرورك', en: 'Somebody tried to reset your password' },
    body: {
      ar: 'ديوان: جرت محاولة لإعادة ضبط كلمة مرورك ولم تكتمل. إن لم تكن أنت فلا تعطِ رمزًا لأحد.',
      en: 'Diwan: somebody tried to reset your password and did not get through. If it was not you, give no code to anybody.',
    },
  },
  done: {
    title: { ar: 'أُعيد ضبط كلمة مرورك', en: 'Your password was reset' },
    body: {
      ar: 'ديوان: أُعيد ضبط كلمة مرور حسابك وأُخرجت كل الأجهزة. العمليات الحساسة تتأخر 24 ساعة.',
      en: 'Diwan: the password of your account was reset and every device signed out. Sensitive acts wait 24 hours.',
    },
  },
  oneFact: {
    ar: 'أجب عن واحد من الثلاثة: رقم الجواز أو هوية أحد تابعيك أو تاريخ انتهاء هويتك',
    en: 'Answer one of the three: your passport, the ID of a dependant, or when your ID expires',
  },
  expired: {
    status: 409,
    code: 'reset-expired',
    title: { ar: 'انتهت مهلة إعادة الضبط', en: 'This reset has run out of time' },
    detail: { ar: 'لم يتغير شيء. ابدأ من جديد.', en: 'Nothing was changed. Please begin again.' },
    next: { label: { ar: 'ابدأ من جديد', en: 'Begin again' }, page: '/reset-password' },
  },
  outOfOrder: {
    status: 409,
    code: 'reset-out-of-order',
    title: { ar: 'أكمل الخطوة السابقة أولًا', en: 'Finish the step before first' },
    next: { label: { ar: 'ابدأ من جديد', en: 'Begin again' }, page: '/reset-password' },
  },
} as const satisfies Record<string, Text | Problem | { readonly title: Text; readonly body: Text }>
