import type { Text } from '#kernel/text.ts'

/** What the wallet says to its holder. */
export const words = {
  appName: { ar: 'محفظة ديوان', en: 'Diwan wallet' },
  appShort: { ar: 'ديوان', en: 'Diwan' },
  appLead: {
    ar: 'وثائقك على جوالك، تعمل بلا شبكة.',
    en: 'Your documents on your phone, also without a network.',
  },
  scripts: { ar: 'تحتاج المحفظة إلى جافاسكربت.', en: 'The wallet needs JavaScript.' },
  demoLabel: { ar: 'تنبيه', en: 'Notice' },
  demo: { ar: 'عرض تجريبي: الوثائق غير حقيقية', en: 'Demonstration: these documents are made up' },
  other: { ar: 'English', en: 'العربية' },
  wait: { ar: 'لحظة من فضلك', en: 'One moment, please' },
  back: { ar: 'رجوع', en: 'Back' },
  close: { ar: 'إغلاق', en: 'Close' },
  cancel: { ar: 'تراجع', en: 'Cancel' },
  again: { ar: 'أعد المحاولة', en: 'Try again' },

  // Before anything is here.
  welcomeTitle: { ar: 'وثائقك في جيبك', en: 'Your documents in your pocket' },
  welcomeOffline: {
    ar: 'تفتح وتُتحقق منها بلا شبكة، عندك وعند من يقرؤها.',
    en: 'They open and are checked without a network, on your side and on the reader’s.',
  },
  welcomeLive: {
    ar: 'رمزها يتجدد كل 20 ثانية، فلا تنفع صورة الشاشة.',
    en: 'Their code is new every 20 seconds: a picture of the screen is worth nothing.',
  },
  welcomeOne: {
    ar: 'على جوال واحد في الوقت نفسه، وتوقفها من حسابك متى شئت.',
    en: 'On one phone at a time, and you stop them from your account whenever you like.',
  },
  signIn: { ar: 'ادخل لتنزيل وثائقك', en: 'Sign in to download your documents' },
  hello: { ar: 'أهلًا', en: 'Hello' },
  get: { ar: 'نزّل وثائقي على هذا الجوال', en: 'Put my documents on this phone' },
  move: { ar: 'انقلها إلى هذا الجوال', en: 'Move them to this phone' },
  confirmFirst: {
    ar: 'نتأكد أولًا أنك أنت: كلمة المرور ورمز، أو مفتاح مرورك.',
    en: 'First we make sure that it is you: your password and a code, or your passkey.',
  },
  confirmedNow: { ar: 'تأكدنا أنك أنت.', en: 'We know that it is you.' },
  elsewhere: { ar: 'وثائقك الآن على جوال آخر', en: 'Your documents are on another phone now' },
  elsewhereSince: { ar: 'منذ', en: 'since' },
  elsewhereStops: {
    ar: 'إن نقلتها توقفت هناك فورًا، وتصلك رسالة.',
    en: 'If you move them they stop there at once, and you get a message.',
  },
  onlineOnce: {
    ar: 'تحتاج إلى الشبكة هذه المرة وحدها، لتنزيل وثائقك.',
    en: 'You need the network this once, to download your documents.',
  },
  unsupported: {
    ar: 'لا يحفظ هذا المتصفح الوثائق بأمان. افتح الصفحة في متصفح أحدث، لا في وضع التصفح الخفي.',
    en: 'This browser cannot keep documents safely. Open the page in a newer one, and not in a private window.',
  },

  // What opens it.
  protectTitle: { ar: 'كيف تفتح محفظتك؟', en: 'How will you open your wallet?' },
  protectLead: {
    ar: 'كل ما فيها مشفّر على هذا الجوال، ولا يُفتح إلا بما تختاره هنا.',
    en: 'All that is in it is encrypted on this phone, and opens only by what you choose here.',
  },
  byPasskey: { ar: 'بصمتك أو وجهك أو قفل الجوال', en: 'Finger, face or screen lock' },
  byPasskeyWhy: {
    ar: 'الأقوى: مفتاح التشفير عند حارس المفاتيح في جوالك. من أخذ الجوال أو نسخ ذاكرته لا يفتح شيئًا.',
    en: 'The strongest: your phone’s own keeper of keys holds the key. Whoever takes the phone, or copies its memory, opens nothing.',
  },
  byPin: { ar: 'رقم سري من ستة أرقام أو أكثر', en: 'A PIN of six digits or more' },
  byPinWhy: {
    ar: 'يصدّ من يجد جوالك: يتأخر بعد كل خطأ، ويمحو كل شيء بعد عشرة. لكنه أضعف: من ينسخ ذاكرة الجوال كلها قد يجرّب الأرقام عنده بلا حد. كلما طال كان أقوى.',
    en: 'It keeps out whoever finds your phone: it slows down after wrong tries and erases everything after ten. But it is weaker: whoever copies the phone’s whole memory may try numbers elsewhere without end. The longer, the stronger.',
  },
  recommended: { ar: 'ننصح به', en: 'Recommended' },
  passkeyNone: {
    ar: 'لا يستطيع مفتاح هذا الجوال أن يشفّر. اختر رقمًا سريًا.',
    en: 'The key of this phone cannot encrypt. Choose a PIN.',
  },
  passkeyTrouble: {
    ar: 'لم يكتمل ذلك. أعد المحاولة أو اختر رقمًا سريًا.',
    en: 'That did not go through. Try again, or choose a PIN.',
  },
  passkeyName: { ar: 'محفظة ديوان (فتح)', en: 'Diwan wallet (unlock)' },
  pin: { ar: 'الرقم السري', en: 'PIN' },
  pinNew: { ar: 'رقم سري جديد', en: 'New PIN' },
  pinAgain: { ar: 'أعد كتابته', en: 'Once more' },
  pinHint: {
    ar: 'ستة أرقام أو أكثر، غير متسلسلة ولا مكررة',
    en: 'Six digits or more, not in a row and not all alike',
  },
  pinShort: { ar: 'اكتب ستة أرقام على الأقل.', en: 'Write at least six digits.' },
  pinEasy: { ar: 'هذا الرقم سهل التخمين. اختر غيره.', en: 'That is easy to guess. Choose another one.' },
  pinDiffers: { ar: 'الرقمان مختلفان.', en: 'The two are not the same.' },
  save: { ar: 'احفظ وافتح', en: 'Save and open' },

  // Locked.
  lockedTitle: { ar: 'محفظتك مقفلة', en: 'Your wallet is locked' },
  unlock: { ar: 'افتح', en: 'Unlock' },
  pinWrong: { ar: 'رقم غير صحيح.', en: 'That is not it.' },
  pinLeft: { ar: 'المحاولات الباقية قبل المحو: {n}', en: 'Tries left before everything is erased: {n}' },
  pinWait: { ar: 'حاول بعد {n} ثانية', en: 'Try again in {n} seconds' },
  forgot: {
    ar: 'نسيته؟ أزل الوثائق ونزّلها من جديد',
    en: 'Forgotten? Remove the documents, and download them anew',
  },

  // The cards.
  cardsTitle: { ar: 'وثائقي', en: 'My documents' },
  childrenTitle: { ar: 'أطفالي', en: 'My children' },
  familyTitle: { ar: 'أسرتي: للعرض فقط', en: 'My family: to look at only' },
  papersTitle: { ar: 'شهادات وأوراق', en: 'Certificates and papers' },
  none: {
    ar: 'لا وثائق باسمك الآن. ما يصدر لك يظهر هنا بنفسه.',
    en: 'There are no documents in your name now. What is issued to you appears here by itself.',
  },
  refreshed: { ar: 'آخر تحديث', en: 'Last refreshed' },
  refresh: { ar: 'حدّث الآن', en: 'Refresh now' },
  offline: { ar: 'بلا شبكة: تعمل وثائقك كما هي', en: 'No network: your documents work all the same' },
  unreached: { ar: 'لم نصل إلى الخادم الآن', en: 'The server cannot be reached now' },
  lock: { ar: 'اقفل', en: 'Lock' },
  settings: { ar: 'الإعدادات', en: 'Settings' },
  open: { ar: 'افتح {title}', en: 'Open {title}' },

  number: { ar: 'الرقم', en: 'Number' },
  holder: { ar: 'الاسم', en: 'Name' },
  expires: { ar: 'تنتهي في', en: 'Expires' },
  expired: { ar: 'منتهية', en: 'Expired' },
  valid: { ar: 'سارية', en: 'Valid' },
  suspended: { ar: 'موقوفة مؤقتًا', en: 'Suspended' },
  stale: { ar: 'تحتاج إلى تحديث', en: 'Needs a refresh' },
  staleWhy: {
    ar: 'انتهت مدة هذه النسخة على الجوال. اتصل بالشبكة لتجديدها.',
    en: 'The time of this copy on the phone is over. Connect to the network to renew it.',
  },
  lookOnly: {
    ar: 'للعرض فقط: رمزها على جوال صاحبها.',
    en: 'To look at only: its code is on its holder’s own phone.',
  },
  show: { ar: 'اعرض الرمز', en: 'Show the code' },
  facts: { ar: 'ما تقوله الوثيقة', en: 'What it says' },
  copyUntil: { ar: 'هذه النسخة صالحة على الجوال حتى', en: 'This copy is good on the phone until' },

  // The code.
  codeTitle: { ar: 'رمز حي', en: 'Live code' },
  codeLead: { ar: 'دع الطرف الآخر يقرؤه بأي كاميرا.', en: 'Let the other side read it with any camera.' },
  codeAlt: { ar: 'رمز {title}، يتجدد كل 20 ثانية', en: 'Code of {title}, new every 20 seconds' },
  codeNext: { ar: 'رمز جديد بعد {n} ث', en: 'New code in {n} s' },
  bright: {
    ar: 'لا يقرؤه؟ ارفع سطوع الشاشة بنفسك؛ لا تستطيع الصفحة ذلك.',
    en: 'Cannot be read? Turn the brightness up: a page cannot do that.',
  },
  what: { ar: 'ماذا تعرض؟', en: 'What do you show?' },
  everything: { ar: 'الوثيقة كلها', en: 'All of it' },
  withFace: { ar: 'مع صورتي الصغيرة', en: 'With my small picture' },
  tell: { ar: 'أخبرني إن تحقق منه أحد', en: 'Tell me when it is checked' },
  tellWhy: {
    ar: 'يصلك الخبر إن كان القارئ متصلًا. لا نعرف من هو إلا إن ذكر اسمه.',
    en: 'You hear of it if the reader is online. We do not know who it is unless they say so.',
  },
  clockOff: {
    ar: 'ساعة جوالك غير مضبوطة، وقد يُرفض الرمز. اضبطها تلقائيًا من إعدادات الجوال.',
    en: 'The clock of your phone is off, and the code may be refused. Set it automatically in the phone’s settings.',
  },

  // Settings.
  thisPhone: { ar: 'هذا الجوال', en: 'This phone' },
  ownerIs: { ar: 'صاحب الوثائق', en: 'Whose documents' },
  sinceWhen: { ar: 'عليه الوثائق منذ', en: 'Has them since' },
  opensBy: { ar: 'تُفتح بـ', en: 'Opens by' },
  change: { ar: 'تغيير', en: 'Change' },
  checksTitle: { ar: 'من تحقق من وثائقي', en: 'Who checked my documents' },
  checksNone: {
    ar: 'لا شيء بعد. يظهر هنا ما طلبت أن تُخبَر به حين عرضت الرمز.',
    en: 'Nothing yet. What you asked to be told when you showed a code appears here.',
  },
  checkBy: { ar: 'عرّف بنفسه: {name}', en: 'Calls itself: {name}' },
  checkUnnamed: { ar: 'لم يذكر اسمه', en: 'Did not say who' },
  account: { ar: 'حسابك وأمانه', en: 'Your account and its safety' },
  remove: { ar: 'أزل الوثائق من هذا الجوال', en: 'Remove the documents from this phone' },
  removeTitle: { ar: 'إزالة الوثائق من هذا الجوال؟', en: 'Remove the documents from this phone?' },
  removeLead: {
    ar: 'يُمحى كل ما هنا، وتتوقف نسخها. وثائقك نفسها تبقى كما هي، وتنزّلها من جديد متى شئت.',
    en: 'Everything here is erased, and its copies stop. The documents themselves stay as they are; download them again whenever you like.',
  },
  removeOffline: {
    ar: 'لا شبكة الآن: نمحو ما هنا حالًا، ونوقف النسخ حين يتصل الجوال. ويمكنك إيقافها من صفحة حسابك.',
    en: 'There is no network now: what is here is erased at once, and the copies stop when the phone connects. You can also stop them on the page of your account.',
  },
  removeGo: { ar: 'أزلها', en: 'Remove' },
  removed: { ar: 'أُزيلت وثائقك من هذا الجوال', en: 'Your documents are off this phone' },
  erased: { ar: 'مُحيت وثائقك من هذا الجوال', en: 'Your documents were erased from this phone' },
  erasedTries: {
    ar: 'أخطأ أحد في الرقم السري عشر مرات. نزّلها من جديد حين تدخل إلى حسابك.',
    en: 'Somebody got the PIN wrong ten times. Download them again once you sign in.',
  },
  start: { ar: 'ابدأ من جديد', en: 'Start again' },

  noAnswer: { ar: 'لا يجيب الخادم الآن', en: 'The server is not answering' },
  noAnswerLead: { ar: 'تحقق من الشبكة ثم أعد المحاولة.', en: 'Check the network, and try again.' },
} as const satisfies Record<string, Text>

export type Word = keyof typeof words
