import type { Text } from '#kernel/text.ts'
import type { Flaw } from '#platform/documents/credential/flaw.ts'

/** Why a code cannot be confirmed, and what to do about it. */
export const flawWords: Readonly<Record<Flaw, Text>> = {
  malformed: {
    ar: 'هذا الرمز ليس من رموزنا. لا تعتمد على الوثيقة.',
    en: 'This is no code of ours. Do not rely on the document.',
  },
  truncated: {
    ar: 'لم يُقرأ الرمز كاملًا. امسحه من جديد في إضاءة جيدة، فإن تكرر ذلك فلا تعتمد على الوثيقة.',
    en: 'The code was not read to its end. Scan it again in good light; if the answer stays, do not rely on the document.',
  },
  damaged: {
    ar: 'قُرئ الرمز خطأً أو هو معطوب. امسحه من جديد في إضاءة جيدة، فإن تكرر ذلك فلا تعتمد على الوثيقة.',
    en: 'The code was misread, or is damaged. Scan it again in good light; if the answer stays, do not rely on the document.',
  },
  'too-long': {
    ar: 'هذا الرمز أطول من أي رمز نصدره، فليس منا. لا تعتمد على الوثيقة.',
    en: 'This code is longer than any that we issue, so it is none of ours. Do not rely on the document.',
  },
  'duplicate-key': {
    ar: 'في الرمز بيان مكتوب مرتين ليُقرأ على وجهين، ونحن لا نصدر مثله. لا تعتمد على الوثيقة.',
    en: 'The code says one thing twice, so that it can be read two ways; we issue none like it. Do not rely on the document.',
  },
  'wrong-algorithm': {
    ar: 'وُقّع الرمز بطريقة لا نوقّع بها. لا تعتمد على الوثيقة.',
    en: 'The code was signed in a way that we do not sign. Do not rely on the document.',
  },
  'unknown-key': {
    ar: 'لم نوقّع هذا الرمز. لا تعتمد على الوثيقة.',
    en: 'We did not sign this code. Do not rely on the document.',
  },
  'retired-key': {
    ar: 'وُقّع الرمز بمفتاح لم يعد معتمدًا. اطلب من حاملها نسخة صادرة حديثًا.',
    en: 'The code was signed with a key that is no longer in use. Ask the holder for one that was issued since.',
  },
  'wrong-key': {
    ar: 'المفتاح الموقِّع لا يُصدر وثائق من هذا النوع. لا تعتمد على الوثيقة.',
    en: 'The key that signed it does not issue such documents. Do not rely on the document.',
  },
  tampered: {
    ar: 'غُيّر ما في الرمز بعد توقيعه. لا تعتمد على الوثيقة.',
    en: 'What is in the code was changed after it was signed. Do not rely on the document.',
  },
  'not-for-a-device': {
    ar: 'يُعرض الرمز كأنه حي، والوثيقة لم تصدر لهاتف. اطلب النسخة المطبوعة، أو أن يعرضها حاملها من محفظته.',
    en: 'The code is shown as a live one, but the document was issued to no phone. Ask for the paper, or for the holder’s wallet.',
  },
  'wrong-device': {
    ar: 'عرض الرمزَ هاتفٌ غير الذي صدرت له النسخة. لا تعتمد على الوثيقة.',
    en: 'The code was shown by another phone than the one that the copy is for. Do not rely on the document.',
  },
  'not-live': {
    ar: 'هذه صورة لشاشة: لا توقيع معها من الهاتف. اطلب من حاملها أن يعرض الرمز من هاتفه أمامك.',
    en: 'This is a picture of a screen: no phone has signed it. Ask the holder to show the code on their phone in front of you.',
  },
  stale: {
    ar: 'هذه لقطة قديمة: مضى وقت الرمز الحي. اطلب من حاملها أن يعرض الرمز من هاتفه أمامك.',
    en: 'This is an old picture: the time of the live code is over. Ask the holder to show the code on their phone in front of you.',
  },
  'clock-ahead': {
    ar: 'ساعة الهاتف أو ساعة جهازك غير مضبوطة. اضبطا الوقت تلقائيًا ثم امسح الرمز من جديد.',
    en: 'The clock of the phone or of your device is wrong. Set both to automatic time, and scan again.',
  },
  replayed: {
    ar: 'عُرض هذا الرمز على غيرك قبل لحظات، فهو على الأرجح صورة. اطلب من حاملها أن ينتظر الرمز التالي ويعرضه من هاتفه.',
    en: 'This code was shown to somebody else a moment ago, so it is most likely a picture. Ask the holder to wait for the next one and show it on their phone.',
  },
  'wrong-place': {
    ar: 'يشير الرمز إلى موضع وثيقة أخرى في قائمة الحالة، فلا يُعرف أهو سارٍ. لا تعتمد على الوثيقة.',
    en: 'The code points to another document’s place in the list of states, so nobody can say whether it is good. Do not rely on the document.',
  },
}
