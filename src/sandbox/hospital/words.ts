import type { Text } from '#kernel/text.ts'

/** What the hospital's pages say. */
export const words = {
  title: { ar: 'مستشفى النخيل', en: 'Palms Hospital' },
  about: {
    ar: 'موقع جهة أخرى تدخل إليه بحسابك في ديوان، وترى ما وصله عنك.',
    en: 'A site of another organisation: sign in with your Diwan account, and see what it got.',
  },
  welcome: {
    ar: 'افتح ملفك الصحي بحسابك في ديوان. لا نعرف كلمة مرورك، ولا نسألك عما يعرفه السجل.',
    en: 'Open your file with your Diwan account. We never see your password, and ask nothing that the register knows.',
  },
  signIn: { ar: 'الدخول بحساب ديوان', en: 'Sign in with Diwan' },
  insurance: { ar: 'التأمين الصحي', en: 'Health insurance' },
  insuranceAsk: { ar: 'أثبت تأمينك من محفظتك', en: 'Show your insurance from your wallet' },
  insuranceHint: {
    ar: 'دون حساب هنا: يصلنا اسمك وتاريخ انتهاء التأمين وحدهما، إن وافقت.',
    en: 'Without an account here: if you agree, we learn your name and the day on which it ends, and nothing else.',
  },
  insuranceScan: {
    ar: 'امسح الرمز بمحفظتك، ووافق فيها.',
    en: 'Scan this with your wallet, and agree there.',
  },
  insuranceHere: { ar: 'أو افتح «محفظة أخرى» في هذه البيئة', en: 'Or open “Another wallet” of this sandbox' },
  insuranceAgain: { ar: 'هل وصل الجواب؟ حدّث', en: 'Has the answer come? Refresh' },
  insuranceGood: { ar: 'تأمينك ساري، وتحققنا منه.', en: 'Your insurance is valid; we have checked it.' },
  insuranceNot: { ar: 'لم يصلنا شيء.', en: 'Nothing has reached us.' },
  insuranceUntil: { ar: 'ينتهي في', en: 'Ends on' },
  file: { ar: 'ملفك', en: 'Your file' },
  name: { ar: 'الاسم', en: 'Name' },
  born: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
  gender: { ar: 'الجنس', en: 'Sex' },
  phone: { ar: 'الجوال', en: 'Mobile' },
  male: { ar: 'ذكر', en: 'Male' },
  female: { ar: 'أنثى', en: 'Female' },
  known: { ar: 'نعرفك بهذا الرمز وحده', en: 'We know you by this code alone' },
  proven: { ar: 'كيف أثبتّ هويتك', en: 'How you proved who you are' },
  at: { ar: 'وقت الدخول إلى ديوان', en: 'Signed in to Diwan at' },
  results: { ar: 'افتح نتائج التحاليل', en: 'Open the lab results' },
  resultsHint: {
    ar: 'نطلب لها دخولًا لم تمضِ عليه خمس دقائق.',
    en: 'For these we want a sign-in that is no older than five minutes.',
  },
  resultsTitle: { ar: 'نتائج التحاليل', en: 'Lab results' },
  resultsBody: { ar: 'كل التحاليل ضمن الحدود الطبيعية.', en: 'Everything is within its normal bounds.' },
  toFile: { ar: 'العودة إلى الملف', en: 'Back to the file' },
  signOut: { ar: 'تسجيل الخروج', en: 'Sign out' },
  signedOut: { ar: 'خرجت من موقع المستشفى.', en: 'You have left the hospital’s site.' },
  refused: {
    ar: 'لم تسمح بالدخول، فلم يصلنا شيء عنك.',
    en: 'You did not allow the sign-in, so nothing about you has reached us.',
  },
  failed: {
    ar: 'لم يكتمل الدخول. ابدأ من جديد.',
    en: 'The sign-in was not completed. Start again.',
  },
  noAnswer: {
    ar: 'لا يجيب ديوان الآن. أعد المحاولة بعد قليل.',
    en: 'Diwan is not answering. Try again shortly.',
  },
  toPortal: { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' },
} satisfies Record<string, Text>
