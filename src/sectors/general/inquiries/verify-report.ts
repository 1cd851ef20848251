import type { Text } from '#kernel/text.ts'
import type { Block, Fact } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Outcome, Shown } from '#platform/documents/verify.ts'
import { form } from '#platform/forms/field.ts'
import { reference, verificationCode } from '#platform/forms/fields/index.ts'
import { steady } from '#platform/guard/steady.ts'
import { take } from '#platform/guard/throttle.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/** Tries at one number, whoever makes them: six characters are not to be guessed. */
const tries = { limit: 30, per: 3600 } as const

/** Register verify-report: whoever holds a report finds out whether it is genuine, and no more than it says itself. */
export default inquiry('verify-report', {
  sector: 'general',
  version: 1,
  title: { ar: 'التحقق من صحة تقرير', en: 'Verify a report' },
  summary: {
    ar: 'بين يديك تقرير صادر عن ديوان؟ تأكّد من صحته برقمه ورمزه.',
    en: 'You were handed a report by Diwan? Make sure that it is genuine, by its number and code.',
  },
  words: ['تحقق من تقرير', 'صحة شهادة', 'رقم التقرير', 'رمز التحقق', 'check a certificate', 'authenticity'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    number: reference({
      label: { ar: 'رقم التقرير', en: 'Report number' },
      hint: { ar: 'مثل RP-1448-4KQ7M2-C', en: 'Such as RP-1448-4KQ7M2-C' },
    }),
    code: verificationCode({
      label: { ar: 'رمز التحقق', en: 'Verification code' },
      hint: { ar: 'ستة أحرف وأرقام بجانب الرقم', en: 'Six letters and digits beside the number' },
    }),
  }),
  answer: ({ db, clock, answers: { number, code }, catalogue }) =>
    steady(ANSWER_MS, async () => {
      const may = await take(db, { key: `verify-report:${number}`, ...tries }, clock.now())
      if (!may.ok) return [status('TOO_MANY', 'warning', tooMany)]
      return blocksOf(await catalogue.checkPaper(number, code))
    }),
})

function blocksOf(outcome: Outcome): readonly Block[] {
  if (!('shown' in outcome)) return [status('NOT_FOUND', 'bad', notFound)]
  switch (outcome.state) {
    case 'valid':
      return [status('VALID', 'good', valid), facts(outcome.shown)]
    case 'superseded':
      return [status('SUPERSEDED', 'warning', superseded), facts(outcome.shown)]
    default:
      return [status('NOT_VALID', 'bad', notValid), facts(outcome.shown)]
  }
}

const status = (
  code: string,
  tone: 'good' | 'bad' | 'warning',
  [title, body]: readonly [Text, Text],
): Block => ({
  kind: 'status',
  code,
  tone,
  title,
  body,
})

const facts = ({ title, holder, answers, validFrom, issuer }: Shown): Block => ({
  kind: 'facts',
  facts: [
    { key: 'report', label: { ar: 'التقرير', en: 'Report' }, value: v.text(title) },
    ...(holder ? [{ key: 'holder', label: { ar: 'صاحبه', en: 'Holder' }, value: v.text(holder) }] : []),
    { key: 'issuedOn', label: { ar: 'صدر في', en: 'Issued on' }, value: v.day(validFrom) },
    ...(answers ?? [])
      .slice(1)
      .map(({ label, value }, at): Fact => ({ key: `answer${at + 1}`, label, value: v.text(value) })),
    { key: 'issuer', label: { ar: 'الجهة', en: 'Issued by' }, value: v.text(issuer) },
  ],
})

const valid = [
  { ar: 'التقرير صحيح', en: 'The report is genuine' },
  {
    ar: 'قارن الاسم والتاريخ وعدد الأسطر بما على الورق: التقرير يصف السجلات كما كانت في ذلك اليوم.',
    en: 'Compare name, date and entries with the paper: it describes the registers as they stood on that day.',
  },
] as const
const superseded = [
  { ar: 'صدر بعده تقرير أحدث', en: 'A newer report was issued' },
  {
    ar: 'كان صحيحًا يوم صدوره. اطلب الأحدث من صاحبه.',
    en: 'It was genuine when it was issued. Ask its holder for the newer one.',
  },
] as const
const notValid = [
  { ar: 'التقرير غير سارٍ', en: 'The report is not valid' },
  { ar: 'لا تعتمد عليه، واطلب غيره من صاحبه.', en: 'Do not rely on it; ask its holder for another one.' },
] as const
const notFound = [
  { ar: 'لا تقرير بهذا الرقم والرمز', en: 'No report has this number and code' },
  {
    ar: 'راجع ما كتبت. إن كان مطابقًا للورق فهذا التقرير لم يصدر عن ديوان.',
    en: 'Check what you wrote. If it is what stands on the paper, Diwan did not issue that report.',
  },
] as const
const tooMany = [
  { ar: 'محاولات كثيرة لهذا الرقم', en: 'Too many tries at this number' },
  {
    ar: 'انتظر ساعة، أو امسح الرمز المطبوع بكاميرا هاتفك.',
    en: 'Wait an hour, or scan the printed code with the camera of your phone.',
  },
] as const
