import type { Text } from '#kernel/text.ts'

/** What was done, as its subject reads it after the name of who did it: by the whole action first, then by its verb. */
const titles: Readonly<Record<string, Text>> = {
  'acting.start': { ar: 'بدأ التصرف نيابةً عنك', en: 'Began to act for you' },
  'request.start': { ar: 'بدأ طلبًا نيابةً عنك', en: 'Started a request for you' },
  'request.submit': { ar: 'أرسل طلبًا نيابةً عنك', en: 'Sent a request for you' },
  'request.cancel': { ar: 'ألغى طلبًا نيابةً عنك', en: 'Cancelled a request for you' },
  'request.book': { ar: 'حجز موعدًا نيابةً عنك', en: 'Booked an appointment for you' },
  'request.pay': { ar: 'فتح سداد فاتورة نيابةً عنك', en: 'Opened the payment of a bill for you' },
  'inquiry.read': { ar: 'استعلم عن بياناتك', en: 'Made an inquiry about you' },
  'request.read': { ar: 'اطلع على طلب يخصك', en: 'Looked at a request that concerns you' },
  'request.decide': { ar: 'بتّ في طلب يخصك', en: 'Decided on a request that concerns you' },
  'account.activate': { ar: 'فعّل حسابك', en: 'Activated your account' },
  'bill.read': { ar: 'عرض فواتيرك المستحقة', en: 'Looked at the bills that you have to pay' },
  'bill.pay': { ar: 'سدّد فاتورة عنك', en: 'Paid a bill of yours' },
  'account.refuse': { ar: 'حاول استخدام رقمك فرُفض', en: 'Tried to use your number and was refused' },
  'account.change-mobile': { ar: 'غيّر رقم جوالك', en: 'Changed your mobile number' },
  'account.ask-mobile': { ar: 'طلب تغيير رقم جوالك', en: 'Asked for another mobile number for you' },
  'account.refuse-mobile': {
    ar: 'لم يوافق على تغيير رقم جوالك',
    en: 'Did not agree to another mobile number for you',
  },
  'account.suspend': { ar: 'أوقف حسابك', en: 'Stopped your account' },
  'account.close': { ar: 'أغلق حسابك', en: 'Closed your account' },
  'account.disable-factor': {
    ar: 'أخطأ كثيرًا فأُوقفت طريقة دخول إلى حسابك',
    en: 'Was wrong so often that a way into your account was turned off',
  },
  'account.use-recovery-code': { ar: 'استعمل رمز استرداد لحسابك', en: 'Used a recovery code of yours' },
  'account.lose-device': { ar: 'أبلغ عن فقد جهازك', en: 'Reported a device of yours lost' },
  'account.end-wallet': { ar: 'أزال وثائقك من جوال', en: 'Took your documents off a phone' },
  'session.start': { ar: 'دخل إلى حسابك', en: 'Signed in to your account' },
  'session.end': { ar: 'أنهى جلساتك', en: 'Signed you out' },
  'payment.close-trouble': { ar: 'أنهى إشكالًا في سداد لك', en: 'Closed a trouble with a payment of yours' },
  'account.suspect': {
    ar: 'رأى أن أحدًا قد يستعمل هويتك',
    en: 'Saw that somebody may be using your identity',
  },
  'suspicion.propose': {
    ar: 'اقترح قرارًا في استعمال هويتك',
    en: 'Proposed a decision on the use of your identity',
  },
  'suspicion.return': { ar: 'أعاد النظر في استعمال هويتك', en: 'Reopened the case of your identity' },
  'suspicion.decide': { ar: 'بتّ في استعمال هويتك', en: 'Decided on the use of your identity' },
  'activation.ask': { ar: 'طلب تفعيل حسابك من الخارج', en: 'Asked for activation from abroad' },
  'activation.cancel': { ar: 'ألغى موعد تفعيلك', en: 'Cancelled your activation appointment' },
  'activation.refuse': {
    ar: 'لم يفعّل حسابك في موعدك',
    en: 'Did not activate your account at your appointment',
  },
  'activation.miss': { ar: 'أنهى موعد تفعيل مضى', en: 'Ended an activation appointment that had passed' },
  'activation.review': { ar: 'راجع تفعيل حسابك', en: 'Reviewed the activation of your account' },
  'activation.dispute': { ar: 'اعترض على تفعيل حسابك', en: 'Disputed the activation of your account' },
  'session.refuse': {
    ar: 'حاول الدخول إلى حسابك فرُفض',
    en: 'Tried to sign in to your account and was refused',
  },
  'kiosk.identify': {
    ar: 'طابق بصمتك عند جهاز خدمة ذاتية',
    en: 'Matched your finger at a self-service device',
  },
  'document.view': { ar: 'اطّلع على وثائقك', en: 'Looked at your documents' },
  'document.print': { ar: 'طبع وثيقة لك', en: 'Printed a document of yours' },
  'document.carry': { ar: 'حُفظت وثيقة لك في محفظة أخرى', en: 'Put a document of yours into another wallet' },
  'document.carry-end': {
    ar: 'أوقف وثيقة لك في محفظة أخرى',
    en: 'Stopped a document of yours in another wallet',
  },
  'document.issue': { ar: 'أصدر وثيقة لك', en: 'Issued a document to you' },
  'document.load': { ar: 'حمل وثيقة لك على جواله', en: 'Carries a document of yours on their phone' },
  'document.revoked': { ar: 'ألغى وثيقة لك', en: 'Revoked a document of yours' },
  'document.suspended': { ar: 'أوقف وثيقة لك مؤقتًا', en: 'Suspended a document of yours' },
  'document.restored': { ar: 'أعاد وثيقة لك سارية', en: 'Made a document of yours good again' },
  'report.draw': { ar: 'استخرج تقريرًا وردت فيه', en: 'Had a report drawn in which you appear' },
  'custody.enter': { ar: 'قيّد صك حضانة يخصك', en: 'Entered a custody deed about you' },
  'custody.end': { ar: 'أنهى صك حضانة يخصك', en: 'Ended a custody deed about you' },
  'line.write': { ar: 'سجّل خط جوال باسمك', en: 'Recorded a mobile line in your name' },
  'delivery.move': { ar: 'حدّث حالة شحنتك', en: 'Reported where your delivery is' },
  'file.read': { ar: 'اطلع على ملف أرفقته', en: 'Looked at a file of yours' },
  read: { ar: 'اطلع على بياناتك', en: 'Looked at your data' },
  write: { ar: 'عدّل بياناتك', en: 'Changed your data' },
}

/** The same, of what was done in the workspace of an establishment. */
const forEstablishment: Readonly<Record<string, Text>> = {
  'acting.start': { ar: 'دخل مساحة عمل المنشأة', en: 'Came into the workspace of the establishment' },
  'request.start': { ar: 'بدأ طلبًا باسم المنشأة', en: 'Started a request for the establishment' },
  'request.submit': { ar: 'أرسل طلبًا باسم المنشأة', en: 'Sent a request for the establishment' },
  'request.cancel': { ar: 'ألغى طلبًا باسم المنشأة', en: 'Cancelled a request for the establishment' },
  'request.book': {
    ar: 'حجز موعدًا باسم المنشأة',
    en: 'Booked an appointment for the establishment',
  },
  'request.pay': {
    ar: 'فتح سداد فاتورة باسم المنشأة',
    en: 'Opened the payment of a bill for the establishment',
  },
  'inquiry.read': { ar: 'استعلم عن بيانات المنشأة', en: 'Made an inquiry about the establishment' },
}

const other: Text = { ar: 'أجرى عملية على بياناتك', en: 'Did something with your data' }

/** An action in words; `of`: for whom it was done, where that was an establishment. */
export const actionTitle = (action: string, of: 'person' | 'establishment' = 'person'): Text =>
  (of === 'establishment' ? forEstablishment[action] : undefined) ??
  titles[action] ??
  titles[action.slice(action.lastIndexOf('.') + 1)] ??
  other

const grounds: Readonly<Record<string, Text>> = {
  self: { ar: 'بصفته صاحب السجل', en: 'as the person concerned' },
  guardian: { ar: 'بصفته وليّ الأمر', en: 'as guardian' },
  custody: { ar: 'بصك حضانة', en: 'by a custody deed' },
  parent: { ar: 'بصفته أحد الوالدين', en: 'as a parent' },
  sponsor: { ar: 'بصفته صاحب العمل', en: 'as the employer' },
  consent: { ar: 'بإذن منك', en: 'with your consent' },
  owner: { ar: 'بصفته المالك', en: 'as owner' },
  establishment: { ar: 'باسم منشأة', en: 'for an establishment' },
  delegate: { ar: 'بصفته مفوَّضًا', en: 'as a delegate' },
  officer: { ar: 'بصفته موظفًا مختصًا', en: 'as an officer in charge' },
}

/** The right that was used, in words; none for a ground that is not a person's. */
export const groundTitle = (ground: string): Text | undefined => grounds[ground]
