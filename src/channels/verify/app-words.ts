import type { Text } from '#kernel/text.ts'

/** The words of the verifier that a device keeps. */
export const appWords = {
  appName: { ar: 'ديوان: التحقق من الوثائق', en: 'Diwan: check documents' },
  shortName: { ar: 'التحقق', en: 'Check' },
  appDescription: {
    ar: 'تحقّق من وثائق ديوان بكاميرا هاتفك، حتى بلا إنترنت.',
    en: 'Check documents of Diwan with the camera of your phone, also without a connection.',
  },

  title: { ar: 'تحقّق من وثيقة', en: 'Check a document' },
  lead: {
    ar: 'اختر ما تريد معرفته ثم امسح الرمز. لا تحتاج إلى حساب، ويعمل هذا بلا إنترنت أيضًا.',
    en: 'Choose what you need to know, then scan the code. You need no account, and it works without a connection too.',
  },
  purpose: { ar: 'ماذا تريد أن تعرف؟', en: 'What do you need to know?' },
  purposeHint: {
    ar: 'لا نعرض من الوثيقة أكثر مما يحتاجه سؤالك.',
    en: 'No more of the document is shown than your question needs.',
  },
  moreKinds: { ar: 'ما تقوله وثيقة معيّنة', en: 'What a certain document says' },
  scan: { ar: 'امسح الرمز بالكاميرا', en: 'Scan with the camera' },
  picture: { ar: 'اختر صورة للرمز', en: 'Choose a picture of it' },
  pasteHint: {
    ar: 'يمكنك أيضًا لصق صورة الرمز أو نصه، أو إفلات صورة هنا.',
    en: 'You can also paste a picture or the text of the code, or drop a picture here.',
  },

  byNumber: { ar: 'بالرقم ورمز التحقق', en: 'By number and verification code' },
  byNumberHint: { ar: 'يحتاج إلى اتصال بالإنترنت.', en: 'This needs a connection.' },
  byText: { ar: 'بنص الرمز', en: 'By the text of the code' },
  check: { ar: 'تحقّق', en: 'Check' },
  offlineNumber: {
    ar: 'لا اتصال بالإنترنت الآن، والتحقق بالرقم يحتاج إليه. امسح الرمز بدلًا من ذلك.',
    en: 'There is no connection now, and a check by number needs one. Scan the code instead.',
  },
  tryLater: {
    ar: 'لم يكتمل التحقق. حاول بعد قليل.',
    en: 'The check did not go through. Try again in a little while.',
  },

  scanTitle: { ar: 'وجّه الكاميرا إلى الرمز', en: 'Point the camera at the code' },
  scanHint: { ar: 'قرّب الهاتف حتى يملأ الرمز الإطار.', en: 'Move closer until the code fills the frame.' },
  cancel: { ar: 'إلغاء', en: 'Cancel' },
  torch: { ar: 'الإضاءة', en: 'Light' },
  cameraDenied: {
    ar: 'لم يُسمح بالكاميرا. اسمح بها في إعدادات المتصفح، أو اختر صورة للرمز.',
    en: 'The camera was not allowed. Allow it in the settings of the browser, or choose a picture of the code.',
  },
  cameraMissing: {
    ar: 'لا كاميرا متاحة على هذا الجهاز. اختر صورة للرمز أو الصق نصه.',
    en: 'No camera is available on this device. Choose a picture of the code, or paste its text.',
  },
  reading: { ar: 'نقرأ الصورة…', en: 'Reading the picture…' },
  noCode: {
    ar: 'لم نجد رمزًا في الصورة. التقطها من أقرب وفي إضاءة جيدة.',
    en: 'There is no code in the picture that we can read. Take it from closer, in good light.',
  },
  manyCodes: {
    ar: 'في الصورة أكثر من رمز. اعرض رمزًا واحدًا كل مرة.',
    en: 'There is more than one code in the picture. Show one at a time.',
  },
  noPicture: { ar: 'تعذّرت قراءة هذا الملف كصورة.', en: 'This file could not be read as a picture.' },

  live: { ar: 'معروضة الآن مباشرةً من هاتف صاحبها', en: 'Shown live from the holder’s phone just now' },
  printed: {
    ar: 'رمز مطبوع أو محفوظ: قارن بهوية حامله',
    en: 'A printed or kept code: compare with the holder’s ID',
  },
  told: {
    ar: 'طلب صاحبها أن يعلم بكل تحقق، فأُبلغ بهذا.',
    en: 'The holder wishes to hear of every check, and was told of this one.',
  },
  reason: { ar: 'السبب', en: 'Reason' },
  face: { ar: 'صورة صاحب الوثيقة', en: 'The face of the holder' },
  checkedAt: { ar: 'وقت المسح', en: 'Scanned at' },
  next: { ar: 'امسح وثيقة أخرى', en: 'Scan another document' },
  home: { ar: 'رجوع', en: 'Back' },

  heldTitle: { ar: 'ما يعتمد عليه هذا الجهاز', en: 'What this device relies on' },
  heldFresh: {
    ar: 'قوائم الحالة محدّثة {time}.',
    en: 'The lists of status are from {time}.',
  },
  heldStale: {
    ar: 'قوائم الحالة من {time}، ويحسن تحديثها.',
    en: 'The lists of status are from {time}; they should be refreshed.',
  },
  heldNone: {
    ar: 'لا قوائم ولا مفاتيح على هذا الجهاز بعد. افتح الصفحة متصلًا مرة واحدة.',
    en: 'There are no lists or keys on this device yet. Open the page once with a connection.',
  },
  ready: { ar: 'جاهز للعمل بلا إنترنت', en: 'Ready to work without a connection' },
  offline: { ar: 'بلا إنترنت الآن', en: 'No connection now' },
  refresh: { ar: 'حدّث القوائم', en: 'Refresh the lists' },
  refreshing: { ar: 'نحدّث القوائم…', en: 'Refreshing the lists…' },
  unreachable: {
    ar: 'تعذّر الوصول إلى الخادم. يبقى ما لدى الجهاز كما هو.',
    en: 'The server could not be reached. What the device holds stays as it is.',
  },
  install: { ar: 'ثبّت التطبيق', en: 'Install the app' },
  clockSlow: {
    ar: 'ساعة هذا الجهاز متأخرة {minutes} دقيقة عن وقت الخادم. اضبطها على الوقت التلقائي.',
    en: 'The clock of this device is {minutes} minutes slow. Set it to automatic time.',
  },
  clockFast: {
    ar: 'ساعة هذا الجهاز متقدمة {minutes} دقيقة عن وقت الخادم. اضبطها على الوقت التلقائي.',
    en: 'The clock of this device is {minutes} minutes fast. Set it to automatic time.',
  },
  cannotCheck: {
    ar: 'هذا المتصفح قديم ولا يعرف توقيعاتنا. حدّثه، أو تحقّق بالرقم ورمز التحقق.',
    en: 'This browser is too old to know our signatures. Update it, or check by number and verification code.',
  },
} as const satisfies Record<string, Text>
