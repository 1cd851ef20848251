import type { Locale, Text } from '#kernel/text.ts'

/** What the pages about an account's safety say. */
export const securityWords = {
  title: { ar: 'حسابك وأمانه', en: 'Your account and its safety' },
  lead: {
    ar: 'من دخل إلى حسابك ومتى، وكيف تدخل أنت، وأين نصل إليك.',
    en: 'Who has been in your account and when, how you get in, and where we reach you.',
  },
  back: { ar: 'حسابك وأمانه', en: 'Your account and its safety' },
  now: { ar: 'من دخل الآن', en: 'Signed in now' },
  browser: { ar: 'المتصفح والجهاز', en: 'Browser and device' },
  unknown: { ar: 'جهاز لم يعرّف بنفسه', en: 'A device that does not say what it is' },
  here: { ar: 'أنت هنا', en: 'This is you' },
  atWork: { ar: 'باب الموظفين', en: 'Officers’ door' },
  since: { ar: 'دخل في', en: 'Signed in' },
  seen: { ar: 'آخر استعمال', en: 'Last used' },
  endOne: { ar: 'إخراج', en: 'Sign out' },
  endOthers: { ar: 'إخراج كل ما عدا هذا الجهاز', en: 'Sign out everywhere else' },
  devices: { ar: 'أجهزتك', en: 'Your devices' },
  devicesLead: {
    ar: 'عند الدخول من جهاز ليس هنا تصلك رسالة. لا يُعفيك أي جهاز من رمز التحقق.',
    en: 'A sign-in on a device that is not here sends you a message. No device spares you the code.',
  },
  firstSeen: { ar: 'أول استعمال', en: 'First used' },
  forget: { ar: 'إزالة', en: 'Remove' },
  thisDevice: { ar: 'هذا الجهاز', en: 'This device' },
  noDevices: { ar: 'لا أجهزة بعد.', en: 'No devices yet.' },
  history: { ar: 'سجل الدخول', en: 'Sign-in history' },
  historyLead: {
    ar: 'كل دخول وخروج ومحاولة مرفوضة، وكل تغيير في حسابك.',
    en: 'Every sign-in and sign-out, every try that was refused, and every change to your account.',
  },
  historyAll: { ar: 'السجل كله', en: 'The whole history' },
  historyAccess: { ar: 'من اطلع على بياناتي؟', en: 'Who looked at my data?' },
  when: { ar: 'متى', en: 'When' },
  what: { ar: 'ماذا حدث', en: 'What happened' },
  older: { ar: 'الأقدم', en: 'Older' },
  none: { ar: 'لا شيء بعد.', en: 'Nothing yet.' },
  byOther: { ar: 'عن طريق جهة مختصة', en: 'by an authority' },
  ended: { ar: 'أُخرج الجهاز من حسابك.', en: 'That device is signed out.' },
  endedOthers: { ar: 'لم يبق في حسابك إلا هذا الجهاز.', en: 'Only this device is signed in now.' },
  forgotten: { ar: 'أُزيل الجهاز وأُخرج من حسابك.', en: 'The device is removed and signed out.' },
  confirmTitle: { ar: 'أكّد أنك أنت', en: 'Confirm that it is you' },
  confirmLead: { ar: 'هذا التأكيد لعملية واحدة:', en: 'This confirmation is for one thing, to' },
  save: { ar: 'حفظ', en: 'Save' },
  change: { ar: 'تغيير', en: 'Change' },
  enter: { ar: 'كيف تدخل', en: 'How you get in' },
  username: { ar: 'اسم المستخدم', en: 'Username' },
  password: { ar: 'كلمة المرور', en: 'Password' },
  passwordSince: { ar: 'غُيّرت في', en: 'Changed on' },
  changePassword: { ar: 'تغيير كلمة المرور', en: 'Change your password' },
  newPassword: { ar: 'كلمة المرور الجديدة', en: 'The new password' },
  changeUsername: { ar: 'تغيير اسم المستخدم', en: 'Change your username' },
  passwordChanged: { ar: 'غُيّرت كلمة المرور.', en: 'Your password is changed.' },
  usernameChanged: { ar: 'غُيّر اسم المستخدم.', en: 'Your username is changed.' },
  forgot: { ar: 'نسيت كلمة المرور؟', en: 'Forgot your password?' },
  reset: { ar: 'إعادة ضبط كلمة المرور', en: 'Reset your password' },
  resetLead: {
    ar: 'تحتاج إلى جوالك المسجل في الحساب، وإلى معلومة واحدة من الثلاث التالية.',
    en: 'You need the mobile of your account, and one of the three facts below.',
  },
  resetElse: {
    ar: 'فقدت جوالك أو لا تعرف شيئًا منها؟ توجّه بهويتك إلى موظف التفعيل أو جهاز الخدمة الذاتية، أو استعن بمصرفك.',
    en: 'Lost the mobile, or know none of these? Go with your ID to an activation officer or a self-service device, or use your bank.',
  },
  oneOfThree: { ar: 'واحدة من هذه تكفي', en: 'One of these is enough' },
  passport: { ar: 'رقم جوازك', en: 'Your passport number' },
  dependant: { ar: 'رقم هوية أو إقامة أحد تابعيك', en: 'The ID or iqama number of a dependant' },
  idExpiry: { ar: 'تاريخ انتهاء هويتك أو إقامتك', en: 'The day your ID or iqama expires' },
  resetNeutral: {
    ar: 'إن طابقت بياناتك السجل فستصلك رسالة فيها رمز من ستة أرقام، صالح ثلاث دقائق. وإن لم تطابقه فستقول لك الرسالة ما العمل.',
    en: 'If your details match the register, the message holds a code of six digits, good for three minutes. If they do not, it tells you what to do.',
  },
  resetDone: {
    ar: 'كلمة مرورك الجديدة جاهزة. ادخل بها.',
    en: 'Your new password is ready. Sign in with it.',
  },
  notMe: { ar: 'لم أكن أنا', en: 'This wasn’t me' },
  notMeLead: {
    ar: 'رأيت هنا ما لم تفعله؟ أوقف الحساب حالًا، ثم أثبت أنك صاحبه.',
    en: 'Is there something here that you did not do? Stop the account at once, and then show that it is yours.',
  },
  stopTitle: { ar: 'أوقف حسابي الآن', en: 'Stop my account now' },
  stop: { ar: 'أوقف الحساب', en: 'Stop the account' },
  stopCancel: { ar: 'لا، كل شيء على ما يرام', en: 'No, all is well' },
  stopWhat: {
    ar: 'تخرج كل الأجهزة في الحال، وتُلغى كلمة المرور وكل طريقة أخرى للدخول. لا تضيع طلباتك ولا وثائقك.',
    en: 'Every device is signed out at once, and the password and every other way in stop working. Your requests and documents stay as they are.',
  },
  stopBack: {
    ar: 'لإعادته توجّه بهويتك إلى موظف التفعيل، أو فعّله من مصرفك، ثم اختر كلمة مرور جديدة.',
    en: 'To have it back, go to an activation officer with your ID, or use your bank; then choose a new password.',
  },
  stopped: { ar: 'أُوقف الحساب', en: 'The account is stopped' },
  stoppedLead: { ar: 'لا يدخل إليه أحد الآن.', en: 'Nobody can get into it now.' },
  comeBack: { ar: 'كيف تعيده', en: 'How to have it back' },
  comeBackSteps: {
    ar: 'أثبت أنك صاحبه عند موظف التفعيل بهويتك، أو من مصرفك، ثم اختر كلمة مرور جديدة من «نسيت كلمة المرور».',
    en: 'Show that it is yours at an activation officer with your ID, or through your bank; then choose a new password by “Forgot your password?”.',
  },
  centres: { ar: 'مراكز التفعيل', en: 'Activation centres' },
  contact: { ar: 'تواصل معنا', en: 'Contact us' },
  linkGone: { ar: 'الرابط لم يعد صالحًا', en: 'This link is no longer good' },
  linkGoneLead: {
    ar: 'استُعمل الرابط أو مضت عليه سبعة أيام. أوقف الحساب من صفحته، أو اتصل بمركز خدمة العملاء.',
    en: 'It was used, or is older than seven days. Stop the account from its page, or call the contact centre.',
  },
} as const satisfies Record<string, Text>

export type SecurityWord = keyof typeof securityWords

/** A word in the reader's language. */
export const tell = (word: SecurityWord, locale: Locale): string => securityWords[word][locale]
