import { service } from '#platform/catalogue/definition.ts'
import { titledBlocks } from '#platform/catalogue/holding.ts'
import { days } from '#platform/catalogue/step.ts'
import type { PrintedBlock } from '#platform/documents/document.ts'
import { noForm } from '#platform/forms/field.ts'
import { enterReport } from '../registry/reports.ts'
import { ownReport, reports } from '../reports.ts'

/** Register official-reports (row 141) and issue-official-certificates: on paper, with a number and a code. */
export default service('official-reports', {
  sector: 'general',
  version: 1,
  title: { ar: 'التقارير الرسمية', en: 'Official reports' },
  summary: {
    ar: 'ما في السجلات عنك على ورق برقم ورمز: بياناتك، أسرتك، مركباتك، مخالفاتك، حوادثك، العاملون في منزلك.',
    en: 'What the registers hold on you, on paper with a number and a code: your data, family, vehicles, violations, accidents, household workers.',
  },
  words: ['تقارير أبشر', 'تقرير', 'برنت', 'مشهد', 'reports', 'print-out', 'certificate'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا بعد السداد', en: 'At once after payment' },
  conditions: [
    {
      ar: 'يصف التقرير السجلات كما هي لحظة صدوره، ويتحقق منه أي أحد برقمه ورمزه.',
      en: 'A report describes the registers as they stand when it is drawn, and anyone can check it by number and code.',
    },
    {
      ar: 'سجل السفر تقرير له خدمته: «سجل السفر».',
      en: 'The travel record is a report with a service of its own.',
    },
    {
      ar: 'في تقرير العمالة المنزلية ما يلزمك نظامًا لا غير، ويُبلَّغ كل من ورد فيه.',
      en: 'The report on domestic workers holds what the law asks of you and nothing else; each of them is told.',
    },
  ],
  subject: ownReport,
  form: noForm,
  rules: [],
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد مقابل التقرير', en: 'Payment for the report' },
      by: 'applicant',
      within: days(3),
      items: [{ rate: 'official-report' }],
    },
  ],
  effect: async ({ tx, clock, applicant, subject, request, report }) => {
    const name = subject.value
    const held = await report(name)
    const blocks = held.flatMap(titledBlocks).filter(isPrinted)
    await enterReport(tx, {
      person: applicant,
      request: request.id,
      name,
      blocks: blocks.length ? blocks : [{ kind: 'table', columns: [], rows: [], empty: reports[name].empty }],
      drawnAt: clock.now(),
    })
  },
  documents: [{ document: 'official-report', about: 'request' }],
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: '{subject} جاهز في وثائقك. الطلب {reference}',
          en: '{subject} is among your documents. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
})

const isPrinted = (block: { readonly kind: string }): block is PrintedBlock =>
  block.kind === 'facts' || block.kind === 'table'
