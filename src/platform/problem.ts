import type { Text } from '#kernel/text.ts'
import type { NextStep, Verdict } from '#platform/catalogue/block.ts'

/**
 * Why something was not done, for a person and for a program: rendered as a page, and as
 * `application/problem+json` (RFC 9457) with `code` as its type. Nothing was written.
 */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  /** Stable, kebab-case. */
  readonly code: string
  readonly title: Text
  readonly detail?: Text
  /** By field name, when answers are wrong. */
  readonly fields?: Readonly<Record<string, Text>>
  /** When conditions are not met. */
  readonly verdicts?: readonly Verdict[]
  readonly next?: NextStep
  /** What to confirm first, for a program; `next` is the page that confirms it. */
  readonly confirm?: { readonly act: string; readonly object: string }
  /** Seconds to wait, with 429 and 503. */
  readonly retryAfter?: number
}

export const problems = {
  signInFirst: {
    status: 401,
    code: 'sign-in-required',
    title: { ar: 'سجّل الدخول أولًا', en: 'Sign in first' },
    detail: { ar: 'تحتاج هذه الخدمة إلى تسجيل الدخول.', en: 'This service needs you to sign in.' },
    next: { label: { ar: 'تسجيل الدخول', en: 'Sign in' }, page: '/sign-in' },
  },
  activateFirst: {
    status: 403,
    code: 'activation-required',
    title: { ar: 'فعّل حسابك أولًا', en: 'Activate your account first' },
    detail: {
      ar: 'حسابك مسجّل ولم يُفعّل بعد. فعّله من تطبيق مصرفك أو عند موظف التفعيل.',
      en: 'Your account is registered but not yet activated. Activate it in your bank app or with an activation officer.',
    },
    next: { label: { ar: 'طرق التفعيل', en: 'How to activate' }, page: '/activate' },
  },
  notYours: {
    status: 403,
    code: 'not-authorised',
    title: { ar: 'لا تملك صلاحية ذلك', en: 'You may not do this' },
    detail: {
      ar: 'هذا السجل ليس باسمك ولا تملك تفويضًا عليه.',
      en: 'This record is not yours and you have no authority over it.',
    },
  },
  notInYourPowers: {
    status: 403,
    code: 'not-in-your-powers',
    title: { ar: 'تفويضك لا يشمل ذلك', en: 'Your delegation does not cover this' },
    detail: {
      ar: 'أنت تعمل الآن باسم غيرك، ولم تُمنح هذه الصلاحية، أو انتهى تفويضك.',
      en: 'You are working in somebody else’s name now, and were not given this power, or your delegation is over.',
    },
    next: { label: { ar: 'ما يمكنك فعله', en: 'What you can do' }, page: '/' },
  },
  inWorkspace: {
    status: 403,
    code: 'workspace-required',
    title: { ar: 'هذه الخدمة للمنشآت', en: 'This is done for an establishment' },
    detail: {
      ar: 'انتقل إلى مساحة عمل منشأتك، أو المنشأة التي فوّضتك، ثم افتح الخدمة من جديد.',
      en: 'Switch to the workspace of your establishment, or of the one that appointed you, then open it again.',
    },
    next: { label: { ar: 'مساحات العمل', en: 'Workspaces' }, page: '/business' },
  },
  leaveWorkspace: {
    status: 403,
    code: 'individual-required',
    title: { ar: 'هذه الخدمة للأفراد', en: 'This is done for oneself' },
    detail: {
      ar: 'أنت الآن في مساحة عمل منشأة. عُد إلى حسابك الفردي ثم افتح الخدمة من جديد.',
      en: 'You are in the workspace of an establishment. Return to your own account, then open it again.',
    },
    next: { label: { ar: 'مساحات العمل', en: 'Workspaces' }, page: '/business' },
  },
  forYourselfOnly: {
    status: 403,
    code: 'for-yourself-only',
    title: { ar: 'هذه الصفحة لصاحبها وحده', en: 'This page is for each person alone' },
    detail: {
      ar: 'أنت تعمل الآن باسم غيرك. عُد إلى حسابك الفردي ثم افتحها من جديد.',
      en: 'You are working in another name now. Return to your own account, then open it again.',
    },
    next: { label: { ar: 'مساحات العمل', en: 'Workspaces' }, page: '/business' },
  },
  notFound: {
    status: 404,
    code: 'not-found',
    title: { ar: 'لم نجد ما تبحث عنه', en: 'We could not find that' },
    detail: {
      ar: 'تحقّق من الرابط أو ابحث عن الخدمة.',
      en: 'Check the address, or search for the service.',
    },
    next: { label: { ar: 'الصفحة الرئيسية', en: 'Home' }, page: '/' },
  },
  wrongAudience: {
    status: 403,
    code: 'not-for-you',
    title: { ar: 'هذه الخدمة لفئة أخرى', en: 'This service is for somebody else' },
    detail: {
      ar: 'تبيّن صفحة الخدمة لمن هي متاحة.',
      en: 'The page of the service says who may use it.',
    },
  },
  answersWrong: (fields: Readonly<Record<string, Text>>): Problem => ({
    status: 422,
    code: 'answers-invalid',
    title: { ar: 'راجع إجاباتك', en: 'Check your answers' },
    fields,
  }),
  conditionsUnmet: (verdicts: readonly Verdict[]): Problem => ({
    status: 422,
    code: 'conditions-unmet',
    title: { ar: 'لا يمكن المتابعة الآن', en: 'You cannot go on yet' },
    detail: {
      ar: 'شرط أو أكثر لم يتحقق. السبب والحل مع كل شرط.',
      en: 'One condition or more is not met. Each says why, and what to do.',
    },
    verdicts,
  }),
  tooLate: (code: string, ar: string, en: string): Problem => ({
    status: 409,
    code,
    title: { ar, en },
  }),
} as const satisfies Record<string, Problem | ((...args: never[]) => Problem)>
