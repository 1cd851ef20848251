import type { Text } from '#kernel/text.ts'

/** Sensitive acts on an account: what each is called, and the page that it is done on. */
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
  },
  'give-delegation': {
    name: { ar: 'تفويض شخص بالتصرف نيابةً عنك', en: 'let somebody act for you' },
    page: '/delegations/new',
  },
} as const satisfies Record<string, { readonly name: Text; readonly page: string }>

export type Act = keyof typeof acts

export const isAct = (text: string): text is Act => Object.hasOwn(acts, text)

/** The text message with the code of an act: it names the act, so that nobody gives it away for another. */
export const codeText = (act: Act): Text => ({
  ar: `رمز ديوان للعملية «${acts[act].name.ar}»: {code}. لا تعطه لأحد.`,
  en: `Diwan code to ${acts[act].name.en}: {code}. Give it to nobody.`,
})
