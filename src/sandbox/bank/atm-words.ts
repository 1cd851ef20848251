import type { Text } from '#kernel/text.ts'

/** What the teller machine says (register 1.17, activate-via-atm). */
export const atmWords = {
  insert: { ar: 'أدخل بطاقتك', en: 'Insert your card' },
  whose: {
    ar: 'في التجربة: اختر بطاقة مَن تُدخل، والجوال الذي يعرفه المصرف.',
    en: 'In this demonstration: choose whose card goes in, and the mobile that the bank holds.',
  },
  insertKey: { ar: 'إدخال البطاقة', en: 'Put the card in' },
  pin: { ar: 'اكتب الرقم السري لبطاقتك', en: 'Type the PIN of your card' },
  pinHint: {
    ar: 'الرقم السري لكل بطاقات التجربة {pin}.',
    en: 'The PIN of every demonstration card is {pin}.',
  },
  typed: { ar: 'كُتب {n} من 4', en: '{n} of 4 typed' },
  pinWrong: {
    ar: 'الرقم السري غير صحيح. المحاولات الباقية: {n}.',
    en: 'That is not the PIN. Tries left: {n}.',
  },
  keypad: { ar: 'لوحة الأرقام', en: 'Keypad' },
  clear: { ar: 'مسح', en: 'Clear' },
  enter: { ar: 'إدخال', en: 'Enter' },
  cardKept: {
    ar: 'احتفظت الآلة ببطاقتك بعد ثلاثة أرقام سرية خاطئة. راجع الفرع بهويتك.',
    en: 'The machine has kept your card after three wrong PINs. Come to the branch with your ID.',
  },
  menu: { ar: 'اختر الخدمة', en: 'Choose a service' },
  activate: { ar: 'تفعيل خدمات بوابة ديوان الإلكترونية', en: 'Activate the services of the Diwan portal' },
  terms: { ar: 'الشروط والأحكام', en: 'Terms and conditions' },
  clauses: {
    ar: 'يرسل المصرف هويتك ورقم جوالك إلى ديوان ليفعّل حسابك.\nحسابك لك وحدك، فلا تُعطِ كلمة المرور ورموز التحقق لأحد.\nتوافق على شروط ديوان كما هي في {address}',
    en: 'The bank sends your identity and mobile number to Diwan, which activates your account.\nThe account is yours alone: give nobody your password or a code.\nYou agree to the terms of Diwan as they stand at {address}',
  },
  agree: { ar: 'موافق', en: 'Agree' },
  refuse: { ar: 'غير موافق', en: 'Do not agree' },
  mobile: { ar: 'هل هذا رقم جوالك؟', en: 'Is this your mobile number?' },
  right: { ar: 'صحيح', en: 'Right' },
  wrong: { ar: 'غير صحيح', en: 'Wrong' },
  wrongMobile: {
    ar: 'لم نرسل شيئًا: رقم جوالك لدى المصرف غير صحيح.',
    en: 'Nothing was sent: the mobile number that the bank holds is wrong.',
  },
  slip: { ar: 'خذ إيصالك', en: 'Take your slip' },
  machine: { ar: 'رقم الآلة', en: 'Machine' },
  back: { ar: 'القائمة', en: 'Menu' },
  eject: { ar: 'إنهاء وإخراج البطاقة', en: 'Finish and return the card' },
  leave: { ar: 'إنهاء', en: 'Finish' },
} satisfies Record<string, Text>
