import type { Text } from '#kernel/text.ts'
import type { Flaw } from '#platform/documents/credential/flaw.ts'

/** The reason itself, short and each its own: for who must report a refusal. */
export const reasonWords: Readonly<Record<Flaw, Text>> = {
  malformed: { ar: 'ليس رمز وثيقة', en: 'no code of a document' },
  truncated: { ar: 'مقطوع قبل نهايته', en: 'cut off before its end' },
  damaged: { ar: 'تلف في أثناء القراءة أو النسخ', en: 'damaged on the way' },
  'too-long': { ar: 'أطول من أي رمز', en: 'longer than any code' },
  'duplicate-key': { ar: 'فيه حقل مكرر', en: 'a field in it twice' },
  'wrong-algorithm': { ar: 'خوارزمية توقيع غير مقبولة', en: 'signed in a way that is not accepted' },
  'unknown-key': { ar: 'وقّعه مفتاح مجهول', en: 'signed with an unknown key' },
  'retired-key': { ar: 'وقّعه مفتاح أُوقف', en: 'signed with a key that was retired' },
  'wrong-key': { ar: 'وقّعه مفتاح لوثائق أخرى', en: 'signed with a key for other documents' },
  tampered: { ar: 'التوقيع لا يطابق المحتوى', en: 'the signature does not fit' },
  'not-for-a-device': { ar: 'عرض مباشر لوثيقة ليست مربوطة بهاتف', en: 'shown live, but bound to no phone' },
  'wrong-device': { ar: 'هاتف آخر', en: 'another phone' },
  'not-live': {
    ar: 'صورة لنسخة لا تُعرض إلا من هاتفها',
    en: 'a picture of a copy that only its phone may show',
  },
  stale: { ar: 'رمز مباشر مضى وقته', en: 'a live code whose time has passed' },
  'clock-ahead': { ar: 'رمز مباشر من وقت لم يحن', en: 'a live code from a time to come' },
  replayed: { ar: 'رمز مباشر عُرض من قبل', en: 'a live code that was shown before' },
  'wrong-place': { ar: 'موضعه لوثيقة أخرى', en: 'its place is another document’s' },
}
