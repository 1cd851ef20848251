import type { Text } from '#kernel/text.ts'
import type { Tone } from '#platform/catalogue/block.ts'
import type { Outcome } from '#platform/documents/verify.ts'

export const verifyWords = {
  title: { ar: 'تحقّق من وثيقة', en: 'Check a document' },
  intro: {
    ar: 'تأكّد أن الوثيقة التي بين يديك صدرت عن ديوان ولم تُغيَّر ولم تُلغَ. لا تحتاج إلى حساب.',
    en: 'Make sure that a document you were handed was issued by Diwan, was not changed and was not taken back. You need no account.',
  },
  camera: {
    ar: 'الأسهل: وجّه كاميرا هاتفك إلى الرمز المطبوع على الوثيقة، وتُفتح النتيجة مباشرة.',
    en: 'The easiest way: point the camera of your phone at the code on the document, and the answer opens.',
  },
  byNumber: { ar: 'بالرقم ورمز التحقق', en: 'By number and verification code' },
  number: { ar: 'رقم الوثيقة', en: 'Document number' },
  numberHint: { ar: 'كما هو مطبوع على الوثيقة', en: 'As printed on the document' },
  code: { ar: 'رمز التحقق', en: 'Verification code' },
  codeHint: { ar: 'ستة أحرف وأرقام بجانب رقم الوثيقة', en: 'Six letters and digits beside the number' },
  check: { ar: 'تحقّق', en: 'Check' },
  byText: { ar: 'بنص رمز الاستجابة السريعة', en: 'By the text of a QR code' },
  text: { ar: 'نص الرمز', en: 'Text of the code' },
  textHint: {
    ar: 'إن قرأت الرمز بتطبيق آخر فالصق ما قرأه كاملًا هنا',
    en: 'If another app read the code, paste all of what it read',
  },
  again: { ar: 'تحقّق من وثيقة أخرى', en: 'Check another document' },
  compare: {
    ar: 'قارن الاسم وآخر الرقم بما على الوثيقة، وبهوية حاملها. نعرض أقل ما يكفي للمقارنة.',
    en: 'Compare the name and the end of the number with the document and with the ID of its holder. We show no more than that takes.',
  },
  document: { ar: 'الوثيقة', en: 'Document' },
  issuer: { ar: 'الجهة', en: 'Issued by' },
  holder: { ar: 'صاحبها', en: 'Holder' },
  numberTail: { ar: 'آخر رقمها', en: 'Number ends in' },
  from: { ar: 'صالحة من', en: 'Valid from' },
  until: { ar: 'صالحة حتى', en: 'Valid until' },
  noEnd: { ar: 'بلا تاريخ انتهاء', en: 'No end date' },
  checkedAt: { ar: 'وقت التحقق', en: 'Checked at' },
  live: { ar: 'معروضة الآن مباشرةً من هاتف صاحبها', en: 'Shown live from the holder’s phone just now' },
  numberMissing: { ar: 'اكتب رقم الوثيقة', en: 'Enter the document number' },
  codeMissing: { ar: 'اكتب رمز التحقق', en: 'Enter the verification code' },
  textMissing: { ar: 'الصق نص الرمز', en: 'Paste the text of the code' },
} as const satisfies Record<string, Text>

interface Answer {
  readonly tone: Tone
  readonly title: Text
  readonly body: Text
}

/** What each outcome means, and what to do. */
export const answers: Readonly<Record<Outcome['state'], Answer>> = {
  valid: {
    tone: 'good',
    title: { ar: 'الوثيقة صحيحة وسارية', en: 'The document is genuine and valid' },
    body: verifyWords.compare,
  },
  superseded: {
    tone: 'warning',
    title: { ar: 'صدرت نسخة أحدث من هذه الوثيقة', en: 'A newer version of this document was issued' },
    body: {
      ar: 'كانت صحيحة، وحلّت محلها نسخة أحدث. اطلبها من حاملها.',
      en: 'It was genuine, and a newer one took its place. Ask the holder for that one.',
    },
  },
  suspended: {
    tone: 'bad',
    title: { ar: 'هذه الوثيقة موقوفة مؤقتًا', en: 'This document is suspended for now' },
    body: {
      ar: 'صدرت عنا ولم تُغيَّر، لكنها موقوفة الآن. لا تعتمد عليها حتى يُرفع الإيقاف؛ وصاحبها يعرف السبب.',
      en: 'We issued it and nothing in it was changed, but it is suspended. Do not rely on it until that is lifted; its holder knows why.',
    },
  },
  'copy-ended': {
    tone: 'bad',
    title: { ar: 'سُحبت هذه النسخة', en: 'This copy was taken back' },
    body: {
      ar: 'كانت محفوظة على هاتف لم يعد لصاحب الوثيقة. الوثيقة نفسها قائمة، فاطلب من حاملها نسخته الحالية.',
      en: 'It was kept on a phone that is no longer the holder’s. The document itself stands: ask for the copy that they have now.',
    },
  },
  'copy-expired': {
    tone: 'warning',
    title: { ar: 'انتهت مدة هذه النسخة', en: 'This copy has run out' },
    body: {
      ar: 'النسخة على الهاتف قصيرة المدة وتتجدد وحدها عند الاتصال. اطلب من حاملها أن يفتح محفظته متصلًا ثم امسح من جديد.',
      en: 'Copies on phones are short-lived and renew themselves online. Ask the holder to open the wallet with a connection, and scan again.',
    },
  },
  expired: {
    tone: 'warning',
    title: { ar: 'انتهت صلاحية هذه الوثيقة', en: 'This document has expired' },
    body: {
      ar: 'الوثيقة صحيحة، لكن مدتها انتهت. لا تعتمد عليها.',
      en: 'It is genuine, but its time is over. Do not rely on it.',
    },
  },
  'not-yet-valid': {
    tone: 'warning',
    title: { ar: 'لم تبدأ صلاحية هذه الوثيقة بعد', en: 'This document is not valid yet' },
    body: {
      ar: 'الوثيقة صحيحة، وتسري من التاريخ المبيّن أدناه.',
      en: 'It is genuine, and valid from the day below.',
    },
  },
  revoked: {
    tone: 'bad',
    title: { ar: 'أُلغيت هذه الوثيقة', en: 'This document was taken back' },
    body: {
      ar: 'صدرت عنا ثم أُلغيت. لا تعتمد عليها.',
      en: 'We issued it and later took it back. Do not rely on it.',
    },
  },
  'not-genuine': {
    tone: 'bad',
    title: { ar: 'لا نستطيع تأكيد هذه الوثيقة', en: 'We cannot confirm this document' },
    body: {
      ar: 'الرمز لم يصدر عنا، أو غُيّر، أو قُرئ ناقصًا. امسحه من جديد في إضاءة جيدة، فإن تكرر ذلك فلا تعتمد على الوثيقة.',
      en: 'We did not issue this code, or it was changed, or it was not read to its end. Scan it again in good light; if the answer stays, do not rely on the document.',
    },
  },
  'not-found': {
    tone: 'bad',
    title: { ar: 'لا توجد عندنا وثيقة بهذه البيانات', en: 'We have no such document' },
    body: {
      ar: 'راجع الرقم ورمز التحقق كما هما على الوثيقة وحاول من جديد، فإن تكرر ذلك فلا تعتمد عليها.',
      en: 'Check the number and the verification code against the document and try again; if the answer stays, do not rely on it.',
    },
  },
}
