import { addDays } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { consent, date, text } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { fact } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { revokeCopies } from '../copies.ts'
import { limitOn } from '../limits.ts'
import { losePaper } from '../registry/lost.ts'
import type { Paper } from '../registry/papers.ts'
import { ownPaper } from '../subjects.ts'
import { paperNames, stateNames } from '../words.ts'

const stillValid = rule<Paper>({
  name: 'paper-valid',
  title: { ar: 'لم يُبلَّغ عن فقدها من قبل', en: 'It was not reported lost before' },
  when: 'opening',
  facts: async ({ subject }) => ({
    state: { label: { ar: 'حالها', en: 'State' }, value: v.text(stateNames[subject.state]) },
  }),
  condition: fact('state').equals(stateNames.valid.en),
  reason: {
    ar: 'حال هذه النسخة في السجل: {state}. لا يلزمك بلاغ آخر.',
    en: 'This version is on record as: {state}. There is nothing more to report.',
  },
})

/** Register report-lost-document: irrevocable, and the digital document stays (LE-5). */
export default service('report-lost-document', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'بلاغ عن المستندات المفقودة', en: 'Report a lost document' },
  summary: {
    ar: 'فقدت هويتك أو سجل أسرتك أو شهادة؟ أبلغ فورًا فلا يستعملها غيرك.',
    en: 'You lost your ID, family record or a certificate? Report it at once, so that nobody else can use it.',
  },
  words: [
    'فقدان الهوية',
    'ضاعت بطاقتي',
    'بدل فاقد',
    'بلاغ فقدان',
    'سرقة الهوية',
    'lost ID',
    'stolen ID',
    'lost card',
  ],
  audience: ['citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'لا رجعة في البلاغ: تبقى النسخة المفقودة باطلة وإن وجدتها.',
      en: 'A report cannot be taken back: the lost one stays void even if you find it.',
    },
    {
      ar: 'لا غرامة على بلاغ خلال 15 يومًا من الفقد. ويمكنك الإبلاغ من خارج المملكة.',
      en: 'There is no fine for a report within 15 days of the loss. You can report from abroad.',
    },
    {
      ar: 'هويتك الرقمية باقية، ولا تُسأل عمّا يُفعل بالنسخة المفقودة بعد البلاغ.',
      en: 'Your digital ID stays, and you do not answer for what is done with the lost one after the report.',
    },
  ],
  subject: ownPaper,
  form: form({
    lostOn: date({ label: { ar: 'تاريخ الفقد', en: 'Day of the loss' }, max: 'today' }),
    place: text({ label: { ar: 'مكان الفقد', en: 'Where it was lost' }, min: 2, max: 120 }),
    final: consent({
      label: {
        ar: 'أعلم أن البلاغ نهائي، وأن النسخة المفقودة تبطل وإن وجدتها.',
        en: 'I know that the report is final, and that the lost one is void even if I find it.',
      },
    }),
  }),
  rules: [stillValid],
  check: async (answers, { subject }) =>
    answers.lostOn < subject.value.issuedOn ? { lostOn: beforeIssue } : {},
  steps: [],
  effect: async ({ tx, clock, today, applicant, subject, answers, request }) => {
    const late = today > addDays(answers.lostOn, limitOn('lossReportDays', today))
    const done = await losePaper(tx, subject.value, {
      by: applicant,
      number: request.reference,
      request: request.id,
      lostOn: answers.lostOn,
      place: answers.place,
      reportedOn: today,
      late,
    })
    if (!done) throw new Refusal(reportedBefore)
    await revokeCopies(tx, subject.value, reportedLost, clock.now())
  },
  documents: [{ document: 'loss-report', about: 'request' }],
  describe: async ({ subject }) => ({
    paper: v.text(paperNames[subject.value.kind]),
    version: v.number(subject.value.version),
  }),
  notices: {
    fulfilled: [
      {
        to: ['applicant', 'parents'],
        text: {
          ar: 'سُجّل فقد {paper}، النسخة {version}، وبطلت نهائيًا. رقم البلاغ {reference}. إن لم تكن أنت فاتصل بنا فورًا.',
          en: '{paper}, version {version}, is reported lost and void for good. Report {reference}. If this was not you, call us at once.',
        },
      },
    ],
  },
  retentionYears: 10,
})

const beforeIssue: Text = {
  ar: 'لم تكن هذه النسخة قد صدرت في ذلك اليوم',
  en: 'This version was not issued yet on that day',
}
const reportedBefore: Text = {
  ar: 'أُبلغ عن فقد هذه النسخة من قبل.',
  en: 'This version was reported lost before.',
}
const reportedLost: Text = { ar: 'أُبلغ عن فقد النسخة.', en: 'That version was reported lost.' }
