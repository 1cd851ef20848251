import type { Text } from '#kernel/text.ts'
import type { ListFlaw } from '#platform/documents/credential/status-list.ts'
import type { TrustFlaw } from '#platform/documents/credential/trust-list.ts'
import type { Refreshed } from './held.ts'

const unreachable: Text = { ar: 'لم يصل جواب', en: 'no answer came' }

/** Why a list of keys was not taken. */
export const trustFlawWords: Readonly<Record<TrustFlaw | 'unreachable', Text>> = {
  malformed: { ar: 'ليست قائمة مفاتيح', en: 'it is no list of keys' },
  'too-long': { ar: 'أطول من أي قائمة مفاتيح', en: 'it is longer than any list of keys' },
  'wrong-type': { ar: 'نوعها مختلف', en: 'it is of another kind' },
  'wrong-algorithm': { ar: 'خوارزمية توقيعها غير مقبولة', en: 'it is signed in a way that is not accepted' },
  'other-root': {
    ar: 'يوقّعها جذر غير الذي حفظه هذا الجهاز أول مرة',
    en: 'another root signs it than the one that this device kept from the first day',
  },
  tampered: { ar: 'توقيعها لا يطابقها', en: 'its signature does not fit' },
  'other-issuer': { ar: 'صادرة عن جهة أخرى', en: 'somebody else issued it' },
  'version-down': { ar: 'أقدم من التي على هذا الجهاز', en: 'it is older than the one on this device' },
  unreachable,
}

/** Why a status list was not taken. */
export const listFlawWords: Readonly<Record<ListFlaw | 'unreachable', Text>> = {
  malformed: { ar: 'ليست قائمة حالة', en: 'it is no list of status' },
  'duplicate-key': { ar: 'فيها حقل مكرر', en: 'it names a field twice' },
  'wrong-type': { ar: 'نوعها مختلف', en: 'it is of another kind' },
  'wrong-algorithm': { ar: 'خوارزمية توقيعها غير مقبولة', en: 'it is signed in a way that is not accepted' },
  'unknown-key': { ar: 'وقّعها مفتاح لا نعرفه', en: 'a key that we do not know signed it' },
  'retired-key': { ar: 'وقّعها مفتاح لم يعد معتمدًا', en: 'a key that is no longer in use signed it' },
  'wrong-key': { ar: 'وقّعها مفتاح لا يوقّع القوائم', en: 'a key that does not sign lists signed it' },
  tampered: { ar: 'توقيعها لا يطابقها', en: 'its signature does not fit' },
  'other-list': { ar: 'هي قائمة عنوان آخر', en: 'it is the list of another address' },
  truncated: { ar: 'وصلت ناقصة', en: 'it came without its end' },
  damaged: { ar: 'وصلت تالفة', en: 'it came damaged' },
  'too-long': { ar: 'أكبر من أي قائمة حالة', en: 'it is larger than any list of status' },
  'from-the-future': { ar: 'تاريخها في المستقبل', en: 'it is dated in the future' },
  expired: { ar: 'انتهت مدتها', en: 'its time is over' },
  older: { ar: 'أقدم من التي على هذا الجهاز', en: 'it is older than the one on this device' },
  unreachable,
}

/** What a refresh left as it was, in a sentence; nothing when all of it was taken. */
export function refusalOf({ trust, lists }: Refreshed): Text | undefined {
  if (trust) {
    const { ar, en } = trustFlawWords[trust]
    return {
      ar: `لم نأخذ قائمة المفاتيح: ${ar}. يبقى ما لدى الجهاز.`,
      en: `The list of keys was not taken: ${en}. What the device holds stays.`,
    }
  }
  const [first] = lists
  if (!first) return undefined
  const { ar, en } = listFlawWords[first.because]
  return {
    ar: `لم نأخذ قائمة حالة: ${ar}. يبقى ما لدى الجهاز.`,
    en: `A list of status was not taken: ${en}. What the device holds stays.`,
  }
}
