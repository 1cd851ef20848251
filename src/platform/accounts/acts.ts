import type { Text } from '#kernel/text.ts'

/**
 * Sensitive acts on an account: what each is called, and the page that it is done on. One that `waits` is held back for
 * a day after somebody got in, or is reached, in a new way.
 */
export const acts = {
  'change-password': {
    name: { ar: 'تغيير كلمة المرور', en: 'change your password' },
    page: '/account/password',
  },
  'change-username': {
    name: { ar: 'تغيير اسم المستخدم', en: 'change your username' },
    page: '/account/username',
  },
  'change-email': {
    name: { ar: 'تغيير البريد الإلكتروني', en: 'change your e-mail address' },
    page: '/account/email',
  },
  'change-mobile': {
    name: { ar: 'تغيير رقم الجوال', en: 'change your mobile' },
    page: '/account/mobile',
  },
  passkeys: {
    name: { ar: 'إدارة مفاتيح المرور', en: 'manage your passkeys' },
    page: '/account/passkeys',
  },
  'app-code': {
    name: { ar: 'إدارة تطبيق الرموز', en: 'manage your code app' },
    page: '/account/app-code',
  },
  'recovery-codes': {
    name: { ar: 'إنشاء رموز الاسترداد', en: 'make recovery codes' },
    page: '/account/recovery-codes',
  },
  'close-account': {
    name: { ar: 'إغلاق الحساب', en: 'close your account' },
    page: '/account/close',
    waits: true,
  },
  'give-delegation': {
    name: { ar: 'تفويض شخص بالتصرف نيابةً عنك', en: 'let somebody act for you' },
    page: '/delegations/new',
    waits: true,
  },
} as const satisfies Record<string, { readonly name: Text; readonly page: string; readonly waits?: true }>

/** Sensitive acts on one thing of its holder: a confirmation is for that bill, that document, and no other. */
export const boundActs = {
  'bill.pay': { ar: 'سداد فاتورة', en: 'pay a bill' },
  'document.issue': { ar: 'إصدار وثيقة', en: 'issue a document' },
  'document.download': { ar: 'تنزيل وثيقة', en: 'download a document' },
  'delegation.give': { ar: 'تعيين من يتصرف نيابةً عن منشأتك', en: 'appoint who acts for your establishment' },
  'viewing.give': { ar: 'السماح لقريب برؤية وثائقك', en: 'let a relative see your documents' },
  'sign-in.approve': { ar: 'السماح بدخول من جهاز آخر', en: 'let another device sign in' },
  'data.export': { ar: 'تنزيل بياناتك', en: 'download your data' },
} as const satisfies Record<string, Text>

export type Act = keyof typeof acts
export type BoundAct = keyof typeof boundActs

/** What is to be confirmed: an act on the account, or one on an object of its holder. */
export type ToConfirm = Act | { readonly act: BoundAct; readonly object: string }

/** Of those, the ones that are held back for a day like the acts that wait. */
const boundThatWait: ReadonlySet<string> = new Set<BoundAct>(['viewing.give'])

export const waits = (act: Act | BoundAct): boolean =>
  isBoundAct(act) ? boundThatWait.has(act) : 'waits' in acts[act]

export const isAct = (text: string): text is Act => Object.hasOwn(acts, text)
export const isBoundAct = (text: string): text is BoundAct => Object.hasOwn(boundActs, text)

/** As it is kept: an act on the account has no object. */
export const actKey = (what: ToConfirm): { readonly act: Act | BoundAct; readonly object: string } =>
  typeof what === 'string' ? { act: what, object: '' } : what

/** The text message with the code of an act: it says what is done, so that nobody gives it away for another. */
export const codeText = (says: Text): Text => ({
  ar: `رمز ديوان للعملية «${says.ar}»: {code}. لا تعطه لأحد.`,
  en: `Diwan code to ${says.en}: {code}. Give it to nobody.`,
})
