import type { PluralForms } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'

/** What a device says to whoever stands at it. */
export const words = {
  title: { ar: 'ديوان: جهاز الخدمة الذاتية', en: 'Diwan: self-service device' },
  name: { ar: 'ديوان', en: 'Diwan' },
  scripts: { ar: 'هذا الجهاز يحتاج إلى جافاسكربت.', en: 'This device needs JavaScript.' },
  wait: { ar: 'لحظة من فضلك', en: 'One moment, please' },
  demoLabel: { ar: 'تنبيه', en: 'Notice' },
  demo: { ar: 'عرض تجريبي: ليس جهازًا حكوميًا', en: 'Demonstration: not a government device' },

  enrolTitle: { ar: 'تسجيل هذا الجهاز', en: 'Enrol this device' },
  enrolLead: {
    ar: 'أدخل الرمز ذا الاثني عشر رقمًا الذي ظهر للمشغّل.',
    en: 'Enter the twelve digits that the operator was shown.',
  },
  enrolCode: { ar: 'رمز التسجيل', en: 'Enrolment code' },
  enrol: { ar: 'سجّل الجهاز', en: 'Enrol' },
  outTitle: { ar: 'هذا الجهاز خارج الخدمة', en: 'This device is out of service' },
  outLead: {
    ar: 'استخدم جهازًا آخر، أو فعّل حسابك من تطبيق مصرفك أو عند موظف التفعيل.',
    en: 'Use another device, or activate in your bank’s app or with an activation officer.',
  },
  offlineTitle: { ar: 'انقطع الاتصال', en: 'The connection is down' },
  offlineLead: {
    ar: 'يحاول الجهاز الاتصال من جديد بعد قليل.',
    en: 'The device tries again in a little while.',
  },
  operator: { ar: 'للمشغّل: سجّل الجهاز من جديد', en: 'For the operator: enrol it again' },

  welcome: { ar: 'أهلًا بك', en: 'Welcome' },
  welcomeLead: {
    ar: 'اختر اللغة لتبدأ. الخدمة بلا رسوم، ولا يبقى في الجهاز شيء عنك.',
    en: 'Choose a language to begin. It is free, and nothing about you stays in the device.',
  },
  menuTitle: { ar: 'ماذا تريد؟', en: 'What would you like to do?' },
  activate: { ar: 'تفعيل حسابي', en: 'Activate my account' },
  activateLead: { ar: 'برقم هويتك وبصمتك', en: 'With your ID number and your finger' },
  status: { ar: 'حالة البصمة', en: 'Fingerprint status' },
  statusLead: { ar: 'هل بصمتك محدثة؟', en: 'Are your fingerprints up to date?' },
  mobile: { ar: 'تغيير رقم الجوال', en: 'Change my mobile number' },
  mobileLead: { ar: 'حتى إن فقدت رقمك القديم', en: 'Even when the old one is lost' },
  print: { ar: 'طباعة وثائقي', en: 'Print my documents' },
  printLead: { ar: 'وثائقك السارية على ورق', en: 'Your valid documents, on paper' },

  number: { ar: 'رقم الهوية أو الإقامة أو الحدود', en: 'ID, iqama or border number' },
  numberTitle: { ar: 'أدخل رقمك', en: 'Enter your number' },
  numberLead: {
    ar: 'رقم الهوية أو الإقامة أو الحدود، عشر خانات.',
    en: 'Your ID, iqama or border number: ten digits.',
  },
  next: { ar: 'متابعة', en: 'Continue' },
  back: { ar: 'رجوع', en: 'Back' },
  toMenu: { ar: 'خدمة أخرى', en: 'Something else' },
  again: { ar: 'أعد المحاولة', en: 'Try again' },
  changeNumber: { ar: 'راجع الرقم', en: 'Check the number' },
  end: { ar: 'إنهاء', en: 'End' },
  other: { ar: 'English', en: 'العربية' },
  clear: { ar: 'مسح الكل', en: 'Clear' },
  erase: { ar: 'مسح رقم', en: 'Erase a digit' },

  fingerTitle: { ar: 'ضع إصبعك على القارئ', en: 'Place your finger on the reader' },
  fingerLead: {
    ar: 'تُقارن بصمتك بالمسجلة باسمك. لا تُحفظ صورتها ولا تبقى في الجهاز.',
    en: 'It is compared with the one enrolled as yours. No picture of it is kept or stays in the device.',
  },
  fingerPlayed: { ar: 'قارئ تجريبي: المس هنا', en: 'A played reader: touch here' },
  fingerNone: { ar: 'لا يوجد قارئ موصول بالجهاز', en: 'No reader is connected to the device' },
  matching: { ar: 'نطابق بصمتك', en: 'Comparing your finger' },

  hello: { ar: 'أهلًا', en: 'Hello' },
  termsTitle: { ar: 'الشروط والأحكام', en: 'Terms and conditions' },
  agree: { ar: 'قرأتها وأوافق عليها', en: 'I have read them and agree' },
  isYours: { ar: 'هل هذا جوالك؟', en: 'Is this your mobile?' },
  isYoursLead: {
    ar: 'إليه تصل رموز الدخول ورسائل خدماتك.',
    en: 'Codes to sign in and messages about your services go there.',
  },
  yes: { ar: 'نعم، فعّل حسابي', en: 'Yes, activate my account' },
  no: { ar: 'لا، غيّر الرقم', en: 'No, change it' },
  activated: { ar: 'حسابك مُفعّل', en: 'Your account is active' },
  activatedLead: {
    ar: 'يمكنك الدخول والاستفادة من كل الخدمات الآن.',
    en: 'You can sign in and use every service now.',
  },
  active: { ar: 'حسابك مُفعّل من قبل', en: 'Your account is already active' },
  unregistered: { ar: 'لا يوجد حساب باسمك بعد', en: 'You have no account yet' },
  unregisteredLead: {
    ar: 'أنشئ حسابك في بوابة ديوان من جوالك أو حاسوبك، ثم عد لتفعيله هنا.',
    en: 'Create one on the Diwan portal with your phone or computer, then come back to activate it.',
  },

  statusTitle: { ar: 'حالة البصمة', en: 'Fingerprint status' },

  newMobile: { ar: 'رقم الجوال الجديد', en: 'New mobile number' },
  newMobileTitle: { ar: 'أدخل رقم جوالك الجديد', en: 'Enter your new mobile number' },
  newMobileLead: {
    ar: 'يبدأ بـ 05. نرسل إليه رمزًا، وننبّه رقمك القديم.',
    en: 'It begins with 05. We send it a code, and tell your old number.',
  },
  nowMobile: { ar: 'الرقم الحالي', en: 'Number now' },
  code: { ar: 'رمز التحقق', en: 'The code' },
  codeTitle: { ar: 'أدخل الرمز الذي وصلك', en: 'Enter the code that you got' },
  codeTo: { ar: 'أرسلنا ستة أرقام إلى', en: 'We sent six digits to' },
  codeAgain: { ar: 'تغيير الرقم أو رمز جديد', en: 'Another number or a new code' },
  changed: { ar: 'تغيّر رقم جوالك', en: 'Your mobile number is changed' },
  changedLead: {
    ar: 'حماية لك، تنتظر العمليات الحساسة 24 ساعة.',
    en: 'To protect you, sensitive acts wait for 24 hours.',
  },
  newIs: { ar: 'الرقم الجديد', en: 'New number' },

  documentsTitle: { ar: 'وثائقك السارية', en: 'Your valid documents' },
  noDocuments: {
    ar: 'لا وثيقة سارية باسمك. تصدر وثائقك مع خدماتها في البوابة.',
    en: 'You have no valid document. They are issued with their services on the portal.',
  },
  printing: { ar: 'خذ الورقة من الطابعة', en: 'Take the sheet from the printer' },
  printSlip: { ar: 'اطبع إيصالًا', en: 'Print a slip' },
  slip: { ar: 'إيصال', en: 'Slip' },
  receipt: { ar: 'رقم الإيصال', en: 'Receipt' },
  at: { ar: 'الوقت', en: 'Time' },
  who: { ar: 'رقم الهوية', en: 'ID number' },
  where: { ar: 'المكان', en: 'Place' },

  still: { ar: 'هل ما زلت هنا؟', en: 'Are you still there?' },
  here: { ar: 'نعم، ما زلت هنا', en: 'Yes, I am here' },

  noAnswer: { ar: 'لا يجيب النظام الآن', en: 'The system is not answering' },
  noAnswerLead: { ar: 'أعد المحاولة بعد لحظات.', en: 'Try again in a moment.' },
} as const satisfies Record<string, Text>

export const secondsLeft: Readonly<Record<Locale, PluralForms>> = {
  ar: {
    one: 'تنتهي الجلسة بعد ثانية',
    two: 'تنتهي الجلسة بعد ثانيتين',
    few: 'تنتهي الجلسة بعد {n} ثوانٍ',
    other: 'تنتهي الجلسة بعد {n} ثانية',
  },
  en: { one: 'This session ends in a second', other: 'This session ends in {n} seconds' },
}

export type Word = keyof typeof words
