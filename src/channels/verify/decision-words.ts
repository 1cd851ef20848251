import type { Text } from '#kernel/text.ts'
import type { Tone } from '#platform/catalogue/block.ts'
import type { Decision, Unsure } from '#platform/documents/credential/decision.ts'
import { flawWords } from './flaw-words.ts'
import type { Gap, Told } from './purpose.ts'

export interface Verdict {
  readonly tone: Tone
  readonly title: Text
  /** `{time}` is that of the list, `{day}` the document’s own. */
  readonly body: Text
}

const online: Text = {
  ar: 'اتصل بالإنترنت ثم امسح من جديد، ولا تعتمد عليها قبل ذلك.',
  en: 'Go online and scan again; do not rely on it before.',
}

/** Why nothing is said of the status. */
export const unsureWords: Readonly<Record<Unsure, Text>> = {
  'no-list': {
    ar: `ليست قائمة حالتها على هذا الجهاز. ${online.ar}`,
    en: `The list of its status is not on this device. ${online.en}`,
  },
  'list-expired': {
    ar: `آخر قائمة على هذا الجهاز من {time}، وقد انتهت مدتها. ${online.ar}`,
    en: `The last list on this device is from {time}, and its time is over. ${online.en}`,
  },
  'strange-status': {
    ar: `في قائمة {time} حالة لا يعرفها هذا الجهاز. ${online.ar}`,
    en: `The list of {time} has a status that this device does not know. ${online.en}`,
  },
}

export const gapWords: Readonly<Record<Gap, Text>> = {
  'other-document': {
    ar: 'هذه وثيقة أصلية من نوع آخر، فلا تجيب عمّا تسأل عنه. اطلب الوثيقة المناسبة.',
    en: 'It is genuine, but of another kind. Ask for the document that answers your question.',
  },
  'other-view': {
    ar: 'عرض حاملها إجابة عن سؤال آخر. اطلب منه أن يعرض ما تسأل عنه.',
    en: 'The holder showed the answer to another question. Ask them to show the one that you need.',
  },
  'not-in-it': {
    ar: 'ليس في هذا الرمز ما يجيب عن سؤالك. اطلب من حاملها أن يعرضه من محفظته.',
    en: 'This code does not hold the answer. Ask the holder to show it from their wallet.',
  },
}

const notRelied: Text = { ar: 'لا تعتمد عليها.', en: 'Do not rely on it.' }

const verdicts: Readonly<Record<Exclude<Decision['state'], 'not-genuine' | 'status-unknown'>, Verdict>> = {
  valid: {
    tone: 'good',
    title: { ar: 'صحيحة وسارية', en: 'Genuine and valid' },
    body: { ar: 'آخر تحقّق من حالتها: {time}.', en: 'Status checked at {time}.' },
  },
  'not-fresh': {
    tone: 'warning',
    title: { ar: 'صحيحة، وحالتها غير حديثة', en: 'Genuine, but its status is not fresh' },
    body: {
      ar: 'آخر قائمة على هذا الجهاز من {time}. اتصل بالإنترنت لتتأكد أنها لم تُلغَ بعد ذلك.',
      en: 'The last list on this device is from {time}. Go online to be sure that it was not taken back since.',
    },
  },
  suspended: {
    tone: 'bad',
    title: { ar: 'موقوفة مؤقتًا', en: 'Suspended for now' },
    body: {
      ar: 'أصلية، لكنها موقوفة بحسب قائمة {time}. لا تعتمد عليها حتى يُرفع الإيقاف.',
      en: 'It is genuine, but suspended by the list of {time}. Do not rely on it until that is lifted.',
    },
  },
  revoked: {
    tone: 'bad',
    title: { ar: 'غير صالحة: أُلغيت', en: 'Not valid: taken back' },
    body: {
      ar: 'صدرت عنّا، ثم أُلغيت أو حلّت محلها نسخة أحدث، بحسب قائمة {time}. لا تعتمد عليها.',
      en: 'We issued it; by the list of {time} it was taken back, or a newer one took its place. Do not rely on it.',
    },
  },
  expired: {
    tone: 'bad',
    title: { ar: 'غير صالحة: انتهت مدتها', en: 'Not valid: expired' },
    body: {
      ar: `أصلية، لكنها انتهت في {day}. ${notRelied.ar}`,
      en: `It is genuine, but expired on {day}. ${notRelied.en}`,
    },
  },
  'copy-expired': {
    tone: 'bad',
    title: { ar: 'غير صالحة: انتهت مدة هذه النسخة', en: 'Not valid: this copy has run out' },
    body: {
      ar: 'النسخة على الهاتف قصيرة المدة وتتجدد وحدها عند الاتصال. اطلب من حاملها أن يفتح محفظته متصلًا ثم امسح من جديد.',
      en: 'Copies on phones are short-lived and renew themselves online. Ask the holder to open the wallet with a connection, and scan again.',
    },
  },
  'not-yet-valid': {
    tone: 'bad',
    title: { ar: 'غير صالحة بعد', en: 'Not valid yet' },
    body: { ar: 'أصلية، وتسري من {day}.', en: 'It is genuine, and valid from {day}.' },
  },
  'not-found': {
    tone: 'bad',
    title: { ar: 'غير صالحة: لا سجل لها', en: 'Not valid: not on record' },
    body: {
      ar: `موقّعة منّا، لكن مكانها ليس في قائمة الحالة. ${notRelied.ar}`,
      en: `We signed it, but its place is beyond the list of its status. ${notRelied.en}`,
    },
  },
  'no-keys': {
    tone: 'warning',
    title: { ar: 'لا يستطيع هذا الجهاز التحقق بعد', en: 'This device cannot check yet' },
    body: {
      ar: 'لم يحفظ مفاتيح التحقق بعد. افتح هذه الصفحة مرة واحدة وأنت متصل، ثم تعمل بلا إنترنت.',
      en: 'It has no keys to check with. Open this page once with a connection; from then on it works without.',
    },
  },
  'clock-wrong': {
    tone: 'warning',
    title: { ar: 'ساعة هذا الجهاز متأخرة', en: 'The clock of this device is slow' },
    body: {
      ar: 'على هذا الجهاز ما وُقّع في وقت لم تبلغه ساعته. اضبط الوقت تلقائيًا ثم امسح من جديد.',
      en: 'It holds what was signed at a time that its clock has not reached. Set the time to automatic, and scan again.',
    },
  },
}

/** What only this reader knows: that it was shown the same code before. */
const shownBefore: Text = {
  ar: 'سبق أن عُرض هذا الرمز قبل لحظات. الرمز يتغير كل عشرين ثانية، فاطلب من حاملها الرمز التالي من هاتفه.',
  en: 'This code was shown here a moment ago. It changes every twenty seconds: ask the holder for the next one on their phone.',
}

/** A copy ends with its document, or alone with its phone; a list does not say which. */
const copyTakenBack: Text = {
  ar: 'أُلغيت الوثيقة أو سُحبت نسختها من هذا الهاتف، بحسب قائمة {time}. لا تعتمد عليها.',
  en: 'By the list of {time} the document was taken back, or its copy on this phone was. Do not rely on it.',
}

/** The line on top of an answer: green only for what is valid and answers what was asked with no “no”. */
export function verdictOf(decision: Decision, told: Told | undefined): Verdict {
  if (decision.state === 'not-genuine') {
    const { because } = decision
    return {
      tone: 'bad',
      title: { ar: 'غير صالحة', en: 'Not valid' },
      body: because === 'replayed' ? shownBefore : flawWords[because],
    }
  }
  if (decision.state === 'status-unknown')
    return {
      tone: 'warning',
      title: { ar: 'أصلية، وحالتها غير معروفة', en: 'Genuine, but its status is unknown' },
      body: unsureWords[decision.because],
    }
  if (decision.state === 'revoked' && decision.opened.claims.device)
    return { ...verdicts.revoked, body: copyTakenBack }
  const verdict = verdicts[decision.state]
  if (decision.state !== 'valid' && decision.state !== 'not-fresh') return verdict
  if (told?.verdict === 'no')
    return {
      ...verdict,
      tone: 'bad',
      title: { ar: 'صحيحة، والجواب: لا', en: 'Genuine, and the answer is no' },
    }
  if (told?.gap)
    return {
      tone: 'warning',
      title: { ar: 'أصلية، لكنها لا تجيب عن سؤالك', en: 'Genuine, but it does not answer your question' },
      body: gapWords[told.gap],
    }
  return verdict
}
