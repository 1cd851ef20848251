import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'

/** What a sign-in by approval says, on the page and by message. */
export const approvalTexts = {
  asked: {
    title: { ar: 'دخول ينتظر موافقتك', en: 'A sign-in waits for your approval' },
    body: {
      ar: 'ديوان: يطلب جهاز آخر الدخول إلى حسابك. إن كنت أنت فاختر الرقم الظاهر فيه، وإلا فارفض.',
      en: 'Diwan: another device asks to sign in to your account. If that is you, choose the number that it shows; otherwise refuse.',
    },
  },
  denied: {
    title: { ar: 'رُفض دخول إلى حسابك', en: 'A sign-in to your account was refused' },
    body: {
      ar: 'ديوان: رُفض دخول من جهاز آخر إلى حسابك.',
      en: 'Diwan: a sign-in to your account from another device was refused.',
    },
  },
  gone: {
    status: 409,
    code: 'approval-gone',
    title: { ar: 'لم يُوافَق على الدخول', en: 'This sign-in was not approved' },
    detail: {
      ar: 'رُفض أو انتهت مهلته. ابدأ من جديد.',
      en: 'It was refused, or has run out of time. Please begin again.',
    },
    next: { label: { ar: 'تسجيل الدخول', en: 'Sign in' }, page: '/sign-in' },
  },
  notWaiting: {
    status: 409,
    code: 'approval-not-waiting',
    title: { ar: 'لا دخول ينتظر موافقتك', en: 'No sign-in waits for your approval' },
    detail: {
      ar: 'أُجيب من قبل أو انتهت مهلته.',
      en: 'It was answered already, or has run out of time.',
    },
    next: { label: { ar: 'حسابك وأمانه', en: 'Your account' }, page: '/account' },
  },
} as const satisfies Record<string, Problem | { readonly title: Text; readonly body: Text }>
