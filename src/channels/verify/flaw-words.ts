import type { Text } from '#kernel/text.ts'
import type { Flaw } from '#platform/documents/credential/flaw.ts'

const scanAgain: Text = {
  ar: 'لم يُقرأ الرمز كاملًا. امسحه من جديد في إضاءة جيدة، فإن تكرر ذلك فلا تعتمد على الوثيقة.',
  en: 'The code was not read to its end. Scan it again in good light; if the answer stays, do not rely on the document.',
}
const notOurs: Text = {
  ar: 'هذا الرمز ليس من رموزنا. لا تعتمد على الوثيقة.',
  en: 'This is no code of ours. Do not rely on the document.',
}
const changed: Text = {
  ar: 'غُيّر ما في الرمز بعد توقيعه. لا تعتمد على الوثيقة.',
  en: 'What is in the code was changed after it was signed. Do not rely on the document.',
}
const askLive: Text = {
  ar: 'هذه صورة لشاشة أو لقطة قديمة. اطلب من حاملها أن يعرض الرمز من هاتفه أمامك.',
  en: 'This is a picture of a screen, or an old one. Ask the holder to show the code on their phone in front of you.',
}

/** Why a code cannot be confirmed, and what to do about it. */
export const flawWords: Readonly<Record<Flaw, Text>> = {
  malformed: notOurs,
  truncated: scanAgain,
  damaged: scanAgain,
  'too-long': notOurs,
  'duplicate-key': notOurs,
  'wrong-algorithm': notOurs,
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
  tampered: changed,
  'not-for-a-device': notOurs,
  'wrong-device': {
    ar: 'عرض الرمزَ هاتفٌ غير الذي صدرت له النسخة. لا تعتمد على الوثيقة.',
    en: 'The code was shown by another phone than the one that the copy is for. Do not rely on the document.',
  },
  'not-live': askLive,
  stale: askLive,
  'clock-ahead': {
    ar: 'ساعة الهاتف أو ساعة جهازك غير مضبوطة. اضبطا الوقت تلقائيًا ثم امسح الرمز من جديد.',
    en: 'The clock of the phone or of your device is wrong. Set both to automatic time, and scan again.',
  },
  replayed: {
    ar: 'عُرض هذا الرمز على غيرك قبل لحظات، فهو على الأرجح صورة. اطلب من حاملها أن ينتظر الرمز التالي ويعرضه من هاتفه.',
    en: 'This code was shown to somebody else a moment ago, so it is most likely a picture. Ask the holder to wait for the next one and show it on their phone.',
  },
  'wrong-place': notOurs,
}
