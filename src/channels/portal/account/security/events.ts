import type { Locale, Text } from '#kernel/text.ts'
import type { AccountEvent } from '#platform/accounts/history.ts'

/** What happened to an account, in the words of its holder. */
const titles: Readonly<Record<string, Text>> = {
  'session.start': { ar: 'دخول', en: 'Sign-in' },
  'session.refuse': { ar: 'محاولة دخول رُفضت', en: 'A sign-in that was refused' },
  'session.approve': { ar: 'سمحت بدخول من جهاز آخر', en: 'You let another device sign in' },
  'session.end': { ar: 'خروج', en: 'Sign-out' },
  'account.register': { ar: 'سُجّل الحساب', en: 'The account was registered' },
  'account.activate': { ar: 'فُعّل الحساب', en: 'The account was activated' },
  'account.refuse': { ar: 'محاولة استخدام رقمك رُفضت', en: 'A try to use your number was refused' },
  'account.forget-device': { ar: 'أُزيل جهاز', en: 'A device was removed' },
  'account.change-password': { ar: 'غُيّرت كلمة المرور', en: 'The password was changed' },
  'account.change-username': { ar: 'غُيّر اسم المستخدم', en: 'The username was changed' },
  'account.reset-password': { ar: 'أُعيد ضبط كلمة المرور', en: 'The password was reset' },
  'account.suspend': { ar: 'أُوقف الحساب', en: 'The account was stopped' },
  'account.change-email': { ar: 'غُيّر البريد الإلكتروني', en: 'The e-mail address was changed' },
  'account.ask-mobile': { ar: 'طُلب تغيير الجوال عند موظف', en: 'Another mobile was asked for at a desk' },
  'account.refuse-mobile': {
    ar: 'لم يُوافَق على تغيير الجوال',
    en: 'A change of the mobile was not agreed to',
  },
  'account.suspect': { ar: 'قد يكون أحد استعمل هويتك', en: 'Somebody may have used your identity' },
  'account.change-mobile': { ar: 'غُيّر الجوال', en: 'The mobile was changed' },
  'account.add-passkey': { ar: 'أُضيف مفتاح مرور', en: 'A passkey was added' },
  'account.remove-passkey': { ar: 'أُزيل مفتاح مرور', en: 'A passkey was removed' },
  'account.add-app': { ar: 'أُضيف تطبيق رموز', en: 'A code app was added' },
  'account.remove-app': { ar: 'أُزيل تطبيق الرموز', en: 'The code app was removed' },
  'account.recovery-codes': { ar: 'أُنشئت رموز استرداد', en: 'Recovery codes were made' },
  'account.use-recovery-code': { ar: 'استُعمل رمز استرداد', en: 'A recovery code was used' },
  'account.export-data': { ar: 'نُزّلت نسخة من بياناتك', en: 'A copy of your data was downloaded' },
  'account.lose-device': { ar: 'أُبلغ عن جهاز مفقود', en: 'A device was reported lost' },
  'account.forget-place': { ar: 'أُزيل مكان', en: 'A place was removed' },
  'account.disable-factor': {
    ar: 'أُوقفت طريقة دخول بعد محاولات كثيرة',
    en: 'A way in was turned off after many tries',
  },
  'account.add-wallet': {
    ar: 'نُزّلت وثائقك على جوال',
    en: 'Your documents were downloaded to a phone',
  },
  'account.end-wallet': { ar: 'أُزيلت وثائقك من جوال', en: 'Your documents were taken off a phone' },
  'account.close': { ar: 'أُغلق الحساب', en: 'The account was closed' },
  'account.choose-notices': { ar: 'غُيّرت تفضيلات الرسائل', en: 'Preferences for messages were changed' },
}
const other: Text = { ar: 'تغيير في الحساب', en: 'A change to the account' }

/** Where it was done, for what the record names so. */
const places: Readonly<Record<string, Text | undefined>> = {
  account: undefined,
  holder: undefined,
  deceased: undefined,
  password: { ar: 'كلمة المرور', en: 'password' },
  sms: { ar: 'رموز الرسائل', en: 'codes by message' },
  app: { ar: 'تطبيق الرموز', en: 'code app' },
  recovery: { ar: 'رموز الاسترداد', en: 'recovery codes' },
  officer: { ar: 'موظف مختص', en: 'an officer' },
  bank: { ar: 'مصرفك', en: 'your bank' },
  registration: {
    ar: 'بيانات تسجيل تخالف السجل',
    en: 'details of a registration that contradict the register',
  },
  'holder-denies': { ar: 'قلت: لم أكن أنا', en: 'you said that it was not you' },
  document: { ar: 'وثيقة ليست لحاملها', en: 'a document that was not its bearer’s' },
  fingerprint: { ar: 'بصمة لا تطابق', en: 'a finger that did not match' },
  'second-look': { ar: 'مراجعة ثانية لتفعيل', en: 'the second look at an activation' },
  'reset-password': { ar: 'إعادة ضبط كلمة المرور', en: 'resetting the password' },
  kiosk: { ar: 'جهاز الخدمة الذاتية', en: 'self-service device' },
}

/** On what or where, beside the event; browsers and receipts stand as they are. */
export function eventAbout(
  { action, about, ground }: Pick<AccountEvent, 'action' | 'about' | 'ground'>,
  locale: Locale,
): string | undefined {
  // What was refused at a device is recorded with the device's own id, which tells its holder nothing.
  if (action === 'account.refuse' && ground === 'kiosk') return places.kiosk?.[locale]
  return about !== undefined && Object.hasOwn(places, about) ? places[about]?.[locale] : about
}

/** An event in words. */
export const eventTitle = ({ action }: Pick<AccountEvent, 'action'>): Text => titles[action] ?? other
