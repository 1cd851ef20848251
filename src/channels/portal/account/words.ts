import type { Locale, Text } from '#kernel/text.ts'

/** What the account pages say. */
export const words = {
  register: { ar: 'إنشاء حساب جديد', en: 'Create an account' },
  termsTitle: { ar: 'الشروط والأحكام', en: 'Terms and conditions' },
  termsVersion: { ar: 'نسخة الشروط:', en: 'Version of the terms:' },
  termsNew: {
    ar: 'تغيّرت الشروط منذ آخر مرة وافقت عليها. اقرأها ثم تابع.',
    en: 'The terms have changed since you last agreed to them. Read them, then go on.',
  },
  termsLead: {
    ar: 'اقرأ الشروط قبل أن تبدأ. ستحتاج إلى رقم هويتك أو إقامتك، وتاريخ ميلادك، وجوال مسجل باسمك.',
    en: 'Read them before you begin. You will need your ID or iqama number, your date of birth, and a mobile in your name.',
  },
  termsAgree: { ar: 'قرأت الشروط والأحكام وأوافق عليها', en: 'I have read the terms and agree to them' },
  go: { ar: 'متابعة', en: 'Continue' },
  detailsTitle: { ar: 'بياناتك', en: 'Your details' },
  person: { ar: 'رقم الهوية أو الإقامة أو الحدود', en: 'ID, iqama or border number' },
  born: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
  mobile: { ar: 'رقم الجوال', en: 'Mobile number' },
  mobileHint: {
    ar: 'جوال سعودي مسجل باسمك. عليه يصلك رمز التحقق.',
    en: 'A Saudi mobile in your own name. The code goes there.',
  },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  codeTitle: { ar: 'رمز التحقق', en: 'The code from the message' },
  codeLabel: { ar: 'اكتب الأرقام الستة', en: 'Type the six digits' },
  codeTo: { ar: 'أرسلنا رسالة إلى', en: 'We have sent a message to' },
  codeNeutral: {
    ar: 'إن طابقت بياناتك السجل فستصلك رسالة فيها رمز من ستة أرقام، صالح ثلاث دقائق. وإن لم تطابقه فستقول لك الرسالة ما العمل.',
    en: 'If your details match the register, the message holds a code of six digits, good for three minutes. If they do not, it tells you what to do.',
  },
  codeLife: { ar: 'الرمز صالح ثلاث دقائق.', en: 'The code is good for three minutes.' },
  codeAgain: { ar: 'أرسل رمزًا جديدًا', en: 'Send a new code' },
  codeSent: { ar: 'أرسلنا رمزًا جديدًا.', en: 'We have sent a new code.' },
  changeDetails: { ar: 'تعديل البيانات', en: 'Change your details' },
  confirm: { ar: 'تأكيد', en: 'Confirm' },
  credentialsTitle: { ar: 'اسم المستخدم وكلمة المرور', en: 'Username and password' },
  username: { ar: 'اسم المستخدم', en: 'Username' },
  usernameHint: {
    ar: 'من 4 إلى 32 حرفًا لاتينيًا أو رقمًا، يبدأ بحرف. الأحرف الكبيرة والصغيرة مختلفة.',
    en: '4 to 32 Latin letters or digits, a letter first. Capitals matter when you sign in.',
  },
  password: { ar: 'كلمة المرور', en: 'Password' },
  passwordHint: {
    ar: '8 أحرف على الأقل فيها حرف كبير وحرف صغير ورقم، أو عبارة من 15 حرفًا فأكثر. يمكنك لصقها.',
    en: 'At least 8 characters with a capital, a small letter and a digit; or a phrase of 15 or more. You may paste it.',
  },
  again: { ar: 'كلمة المرور مرة أخرى', en: 'The password again' },
  create: { ar: 'إنشاء الحساب', en: 'Create the account' },
  doneTitle: { ar: 'سُجّل حسابك', en: 'Your account is registered' },
  doneLead: { ar: 'بقيت خطوة واحدة: التفعيل.', en: 'One step is left: activation.' },
  now: { ar: 'ما تستطيعه الآن', en: 'What you can do now' },
  nowList: {
    ar: 'الدخول إلى حسابك، والاستعلامات العامة، وطباعة نموذج التفعيل.',
    en: 'Sign in, use the public inquiries, and print the activation form.',
  },
  opens: { ar: 'ما يتاح بعد التفعيل', en: 'What activation opens' },
  opensList: {
    ar: 'كل الخدمات: التجديد والدفع والحجز والوثائق، لك ولأسرتك ومركباتك.',
    en: 'Every service: renewing, paying, booking and documents, for you, your family and your vehicles.',
  },
  signIn: { ar: 'تسجيل الدخول', en: 'Sign in' },
  signInOfficer: { ar: 'دخول الموظفين', en: 'Officers’ sign-in' },
  name: { ar: 'اسم المستخدم أو رقم الهوية', en: 'Username or ID number' },
  newHere: { ar: 'مستخدم جديد؟ أنشئ حسابًا', en: 'New here? Create an account' },
  sendAgain: {
    ar: 'حدّث هذه الصفحة بعد ثوانٍ، فيُرسل ما كتبته من جديد.',
    en: 'Reload this page in a few seconds, and what you typed is sent again.',
  },
  signedOut: { ar: 'خرجت من حسابك.', en: 'You are signed out.' },
  activate: { ar: 'تفعيل الحساب', en: 'Activate your account' },
  activateLead: {
    ar: 'التفعيل يثبت أنك صاحب الهوية. اختر ما يناسبك، وكلها بلا رسوم.',
    en: 'Activation shows that you are the holder of the ID. Choose what suits you; every way is free.',
  },
  active: { ar: 'حسابك مُفعّل', en: 'Your account is active' },
  activeLead: { ar: 'كل الخدمات متاحة لك.', en: 'Every service is open to you.' },
  byBank: { ar: 'من مصرفك، فورًا', en: 'Through your bank, at once' },
  byBankSteps: {
    ar: 'ادخل إلى تطبيق المصرف أو موقعه أو جهاز الصراف، واختر «دفع الفاتورة» ثم «تفعيل خدمة ديوان»، ثم راجع بياناتك وأكّد. يجب أن يكون جوالك لدى المصرف هو جوال حسابك.',
    en: 'In the bank’s app, its site or a teller machine choose “Pay a bill”, then “Activate the Diwan service”, check your details and confirm. Your mobile at the bank has to be that of your account.',
  },
  byOfficer: { ar: 'عند موظف التفعيل', en: 'At an activation officer' },
  byOfficerSteps: {
    ar: 'اطبع النموذج أو احفظه في جوالك، وأحضر هويتك أو إقامتك أو جوازك إلى مكتب الجوازات أو الأحوال. النموذج صالح مرة واحدة و30 يومًا.',
    en: 'Print the form or keep it on your phone, and bring your ID, iqama or passport to a Passports or Civil Affairs office. The form is good once, for 30 days.',
  },
  printForm: { ar: 'تنزيل نموذج التفعيل (PDF)', en: 'Download the activation form (PDF)' },
  signInToPrint: { ar: 'سجّل الدخول لطباعة النموذج', en: 'Sign in to print the form' },
  byDevice: { ar: 'من جهاز الخدمة الذاتية', en: 'At a self-service device' },
  byDeviceSteps: {
    ar: 'أدخل رقم هويتك على الجهاز وضع إصبعك. تحتاج إلى بصمة مسجلة.',
    en: 'Enter your ID number on the device and place your finger. Your fingerprint has to be enrolled.',
  },
  centres: { ar: 'مراكز التسجيل والتفعيل', en: 'Activation centres' },
  formTitle: { ar: 'نموذج تفعيل الحساب', en: 'Account activation form' },
  formNote: {
    ar: 'سلّم هذا النموذج مع هويتك لموظف التفعيل. لا يطلب الموظف كلمة مرورك أبدًا.',
    en: 'Hand this form to the activation officer with your ID. The officer never asks for your password.',
  },
  formQr: { ar: 'يمسحه موظف التفعيل', en: 'The activation officer scans this' },
  formNumber: { ar: 'رقم الهوية', en: 'ID number' },
  formUsername: { ar: 'اسم المستخدم', en: 'Username' },
  formCode: { ar: 'رمز النموذج', en: 'Code of the form' },
  formIssued: { ar: 'صدر في', en: 'Issued' },
  formUntil: { ar: 'صالح حتى', en: 'Good until' },
} as const satisfies Record<string, Text>

/** A word in the reader's language. */
export const say = (word: keyof typeof words, locale: Locale): string => words[word][locale]
