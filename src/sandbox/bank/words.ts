import type { Text } from '#kernel/text.ts'
import type { Face } from '#sandbox/bank/customers.ts'

/** What the bank calls its three ways. */
export const faceNames: Readonly<Record<Face, Text>> = {
  app: { ar: 'الواحة موبايل', en: 'Oasis Mobile' },
  web: { ar: 'الواحة أون لاين', en: 'Oasis Online' },
  atm: { ar: 'صرّاف الواحة', en: 'Oasis ATM' },
}

/** What the bank says at all its faces, and in its app. */
export const words = {
  title: { ar: 'مصرف الواحة', en: 'Oasis Bank' },
  about: {
    ar: 'فعّل حسابك في ديوان من تطبيق مصرفك أو موقعه أو صرّافه، وخذ أرقام آيبان للتجربة.',
    en: 'Activate your Diwan account in your bank’s app, on its website or at an ATM, and get IBANs to try out.',
  },
  fictitious: { ar: 'هذا المصرف خيالي، ولا مال فيه.', en: 'This bank is fictitious and holds no money.' },
  faces: { ar: 'طرق المصرف', en: 'Ways to the bank' },
  person: { ar: 'رقم الهوية أو الإقامة', en: 'National ID or iqama number' },
  mobile: { ar: 'رقم جوالك المسجل في المصرف', en: 'The mobile number that the bank holds' },
  identity: { ar: 'الهوية', en: 'Identity' },
  held: { ar: 'الجوال', en: 'Mobile' },
  mobileHint: {
    ar: 'اكتب غير رقمك في ديوان لترى ما يحدث عند اختلافهما.',
    en: 'Write another one than your Diwan account has, to see what happens when they differ.',
  },
  enter: { ar: 'دخول', en: 'Sign in' },
  leave: { ar: 'خروج', en: 'Sign out' },
  home: { ar: 'الرئيسية', en: 'Home' },
  payBill: { ar: 'دفع الفاتورة', en: 'Pay a bill' },
  services: { ar: 'الخدمات الحكومية', en: 'Government services' },
  activate: { ar: 'تفعيل خدمة ديوان', en: 'Activate the Diwan service' },
  accounts: { ar: 'حساباتك', en: 'Your accounts' },
  'at-once': { ar: 'يؤكده المصرف فورًا.', en: 'The bank confirms it at once.' },
  'calls-back': {
    ar: 'آخره 7: يقبل المصرف السؤال ويجيب بعد ثوانٍ.',
    en: 'Ends in 7: the bank takes the question and answers some seconds later.',
  },
  refuses: {
    ar: 'آخره 0: يقول المصرف إنه ليس باسمك، ويرفض التحويل إليه.',
    en: 'Ends in 0: the bank says that it is not yours, and refuses transfers to it.',
  },
  review: { ar: 'راجع بياناتك', en: 'Check your details' },
  reviewNote: {
    ar: 'يرسل المصرف هويتك ورقم جوالك إلى ديوان ليفعّل حسابك.',
    en: 'The bank sends your identity and mobile number to Diwan, which activates your account.',
  },
  terms: {
    ar: 'قرأت شروط خدمة ديوان وأوافق عليها.',
    en: 'I have read the terms of Diwan and agree to them.',
  },
  readTerms: { ar: 'اقرأ الشروط', en: 'Read the terms' },
  termsNeeded: { ar: 'وافق على الشروط لتكمل.', en: 'Agree to the terms to go on.' },
  send: { ar: 'إرسال', en: 'Send' },
  sure: { ar: 'هل تؤكد تفعيل حسابك؟', en: 'Do you confirm the activation?' },
  confirm: { ar: 'تأكيد', en: 'Confirm' },
  back: { ar: 'رجوع', en: 'Back' },
  receipt: { ar: 'إيصال', en: 'Receipt' },
  activated: {
    ar: 'فُعّل حسابك في ديوان. يمكنك الدخول الآن.',
    en: 'Your Diwan account is active. You can sign in now.',
  },
  'already-activated': { ar: 'حسابك في ديوان مفعّل من قبل.', en: 'Your Diwan account was active already.' },
  'mobile-mismatch': {
    ar: 'رقم جوالك في المصرف غير رقمك في ديوان. حدّثه في الفرع ثم أعد المحاولة.',
    en: 'The mobile number at the bank is not the one in Diwan. Have it corrected at the branch, then try again.',
  },
  'not-registered': {
    ar: 'لم نجد حسابًا يمكن تفعيله بهذه الهوية. سجّل في بوابة ديوان أولًا.',
    en: 'We found no account that can be activated for this identity. Register on the Diwan portal first.',
  },
  'no-answer': {
    ar: 'لا تجيب ديوان الآن. لم يتغير شيء؛ أعد المحاولة بعد قليل.',
    en: 'Diwan is not answering. Nothing has changed; try again shortly.',
  },
  mismatchSteps: { ar: 'ماذا تفعل الآن', en: 'What to do now' },
  takeCard: { ar: 'خذ بطاقتك.', en: 'Take your card.' },
  goToBranch: {
    ar: 'زر أقرب فرع ومعك هويتك وشريحة جوالك.',
    en: 'Visit the nearest branch with your ID and your SIM.',
  },
  comeBack: {
    ar: 'بعد تحديث الرقم أعد التفعيل من هنا أو من أي طريقة أخرى للمصرف.',
    en: 'Once the number is changed, activate again here or through any other way of the bank.',
  },
  branch: { ar: 'في الفرع: رقم الجوال الصحيح', en: 'At the branch: the right mobile number' },
  update: { ar: 'حدّث الرقم', en: 'Change the number' },
  again: { ar: 'أعد المحاولة', en: 'Try again' },
  bankReceipt: { ar: 'رقم العملية في المصرف', en: 'The bank’s number' },
  platformReceipt: { ar: 'رقم الإيصال في ديوان', en: 'Diwan’s receipt' },
  time: { ar: 'الوقت', en: 'Time' },
  atBank: { ar: 'الطريقة', en: 'Through' },
  kept: {
    ar: 'أرسلنا رسالة تأكيد إلى جوالك المسجل لدينا.',
    en: 'We have sent a confirmation to the mobile that we hold.',
  },
  text: {
    ar: 'مصرف الواحة: فُعّلت خدمة ديوان من {face}. رقم العملية {receipt}. إن لم تطلب ذلك فاتصل بنا فورًا.',
    en: 'Oasis Bank: the Diwan service was activated through {face}. Operation {receipt}. If this was not you, call us at once.',
  },
  toPortal: { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' },
} satisfies Record<string, Text>
