import { addDays } from '#kernel/day.ts'
import { rollForward } from '#kernel/working-time.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice, file, text } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { limitOn } from '../limits.ts'
import { dropViolation, freezeViolation, restoreViolation } from '../registry/settle-violation.ts'
import { inTimeToObject, notDecidedYet, notPaidYet } from '../rules.ts'
import { ownViolation } from '../subjects.ts'

/** Register `object-traffic-violation`: the fine is frozen while it is open, and dropped when it is upheld. */
export default service('object-traffic-violation', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'الاعتراض على مخالفة مرورية', en: 'Object to a traffic violation' },
  summary: {
    ar: 'اعترض على مخالفة خلال 30 يومًا من تسجيلها، وتُجمَّد الغرامة حتى القرار.',
    en: 'Object to a violation within 30 days of its record; the fine is frozen until the decision.',
  },
  words: ['معارضة المخالفات المرورية', 'تظلم من مخالفة', 'appeal a fine', 'contest a ticket'],
  audience: ['citizen', 'resident', 'visitor'],
  delegable: true,
  time: { ar: 'خلال 15 يومًا', en: 'Within 15 days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'إن رُفض الاعتراض بقيت لك 15 يومًا للسداد بالتخفيض، ولك أن تلجأ إلى المحكمة المرورية.',
      en: 'If it is refused you have 15 days to pay with the reduction, and you may go to the traffic court.',
    },
  ],
  subject: ownViolation,
  form: form(
    {
      ground: choice({
        label: { ar: 'سبب الاعتراض', en: 'Why you object' },
        options: [
          { value: 'not-my-vehicle', label: { ar: 'المركبة ليست مركبتي', en: 'It is not my vehicle' } },
          { value: 'not-committed', label: { ar: 'لم تقع المخالفة', en: 'It did not happen' } },
          { value: 'wrong-facts', label: { ar: 'البيانات غير صحيحة', en: 'The facts are wrong' } },
          { value: 'emergency', label: { ar: 'حالة طارئة', en: 'It was an emergency' } },
          { value: 'other', label: { ar: 'سبب آخر', en: 'Another reason' } },
        ],
      }),
      explanation: text({
        label: { ar: 'ما حدث', en: 'What happened' },
        hint: { ar: 'اكتب ما يثبت اعتراضك.', en: 'Write what supports your objection.' },
        multiline: true,
        min: 10,
      }),
      evidence: file({
        label: { ar: 'صورة أو مستند', en: 'A photo or document' },
        hint: { ar: 'إن وُجد: صورة أو PDF.', en: 'If you have one: a picture or a PDF.' },
        accept: ['image/jpeg', 'image/png', 'application/pdf'],
        maxBytes: 10_000_000,
        optional: true,
      }),
    },
    [
      {
        slug: 'reason',
        title: { ar: 'لماذا تعترض؟', en: 'Why do you object?' },
        fields: ['ground', 'explanation'],
      },
      { slug: 'evidence', title: { ar: 'ما الدليل؟', en: 'What is the evidence?' }, fields: ['evidence'] },
    ],
  ),
  rules: [notPaidYet, inTimeToObject, notDecidedYet],
  steps: [
    {
      kind: 'review',
      id: 'decision',
      title: { ar: 'قرار هيئة الاعتراضات', en: 'The objections panel decides' },
      unit: 'traffic-objections',
      within: days(15),
      refusals: [
        {
          code: 'EVIDENCE_HOLDS',
          text: {
            ar: 'تثبت سجلات الرصد المخالفة، ولم يقدّم الاعتراض ما ينفيها.',
            en: 'The record of the camera holds, and the objection brings nothing against it.',
          },
        },
        {
          code: 'NOT_AN_EXCUSE',
          text: {
            ar: 'السبب المذكور لا يُعفي من المخالفة نظامًا.',
            en: 'The reason given does not excuse the violation in law.',
          },
        },
        {
          code: 'EVIDENCE_UNREADABLE',
          text: {
            ar: 'الدليل المرفق غير مقروء أو لا يخص هذه المخالفة.',
            en: 'The evidence cannot be read, or is not about this violation.',
          },
        },
      ],
    },
  ],
  onSubmit: async ({ tx, clock, applicant, subject }) => {
    if (!(await freezeViolation(tx, { person: applicant, number: subject.value.number, at: clock.now() })))
      throw new Refusal({
        ar: 'تغيّرت حال المخالفة في هذه الأثناء. افتح الخدمة من جديد.',
        en: 'The violation changed in the meantime. Open the service again.',
      })
  },
  effect: async ({ tx, clock, applicant, subject, decision }) => {
    const dropped = await dropViolation(tx, {
      person: applicant,
      number: subject.value.number,
      decision: decision?.reason ?? '',
      at: clock.now(),
    })
    if (!dropped)
      throw new Refusal({
        ar: 'لم تعد المخالفة قيد الاعتراض.',
        en: 'The violation is no longer under objection.',
      })
  },
  onEnd: async ({ tx, clock, today, applicant, subject, decision }, how) => {
    await restoreViolation(tx, {
      person: applicant,
      number: subject.value.number,
      at: clock.now(),
      // Refused: the window to pay opens again (register: "if refused pay within 15 days").
      ...(how === 'rejected' && decision
        ? {
            decision: decision.reason,
            payBy: rollForward(addDays(today, limitOn('paymentWindowDays', today))),
          }
        : {}),
    })
  },
  documents: [{ document: 'objection-decision', on: 'decided' }],
  describe: async ({ subject }) => ({
    number: v.code(subject.value.number),
    amount: v.money(subject.value.amount),
    payBy: v.day(subject.value.payBy),
  }),
  notices: {
    submitted: [
      {
        to: ['applicant'],
        text: {
          ar: 'استلمنا اعتراضك على المخالفة {number}، وجُمّدت الغرامة حتى القرار. الطلب {reference}',
          en: 'We have your objection to violation {number}; the fine is frozen until the decision. Request {reference}',
        },
      },
    ],
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'قُبل اعتراضك وأُسقطت المخالفة {number}، فلا شيء عليك فيها. الطلب {reference}',
          en: 'Your objection was upheld: violation {number} is dropped and you owe nothing. Request {reference}',
        },
      },
    ],
    rejected: [
      {
        to: ['applicant'],
        text: {
          ar: 'رُفض اعتراضك على المخالفة {number}: {because} سدّد {amount} مع التخفيض حتى {payBy}، أو الجأ إلى المحكمة المرورية. الطلب {reference}',
          en: 'Your objection to violation {number} was refused: {because} Pay {amount}, less the reduction until {payBy}, or go to the traffic court. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})
