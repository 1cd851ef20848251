import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'

/** What passkeys say, on the page and by message. */
export const passkeyTexts = {
  added: {
    title: { ar: 'أُضيف مفتاح مرور إلى حسابك', en: 'A passkey was added to your account' },
    body: { ar: 'ديوان: أُضيف مفتاح مرور إلى حسابك.', en: 'Diwan: a passkey was added to your account.' },
  },
  removed: {
    title: { ar: 'أُزيل مفتاح مرور من حسابك', en: 'A passkey was removed from your account' },
    body: { ar: 'ديوان: أُزيل مفتاح مرور من حسابك.', en: 'Diwan: a passkey was removed from your account.' },
  },
  notMade: {
    status: 422,
    code: 'passkey-not-made',
    title: { ar: 'لم يُضف مفتاح المرور', en: 'The passkey was not added' },
    detail: {
      ar: 'لم يتغير شيء. أعد المحاولة، وإن كان هذا الجهاز مضافًا من قبل فلا يلزمك شيء.',
      en: 'Nothing was changed. Try again; if this device was added before, you need do nothing.',
    },
  },
  tooManyPasskeys: {
    status: 409,
    code: 'too-many-passkeys',
    title: { ar: 'لديك عشرون مفتاح مرور', en: 'You have twenty passkeys' },
    detail: {
      ar: 'أزل ما لا تستعمله، ثم أضف غيره.',
      en: 'Remove one that you do not use, then add another.',
    },
  },
  wrong: {
    status: 422,
    code: 'passkey-wrong',
    title: { ar: 'تعذّر الدخول بمفتاح المرور', en: 'That passkey does not sign you in' },
    detail: {
      ar: 'أعد المحاولة، أو ادخل بكلمة المرور والرمز.',
      en: 'Try again, or use your password and a code.',
    },
  },
  required: {
    status: 403,
    code: 'passkey-required',
    title: { ar: 'يدخل الموظفون بمفتاح مرور', en: 'Officers sign in with a passkey' },
    detail: {
      ar: 'أضف مفتاح مرور من صفحة حسابك الشخصي، ثم ادخل به من هنا.',
      en: 'Add a passkey on the page of your own account, then sign in with it here.',
    },
    next: { label: { ar: 'مفاتيح المرور', en: 'Passkeys' }, page: '/account/passkeys' },
  },
} as const satisfies Record<string, Text | Problem | { readonly title: Text; readonly body: Text }>
