import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { minorChildIn } from '#platform/people/subjects.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { enrol, fingerprintOf } from '../registry.ts'
import { bornInTheKingdom, firstEnrolment, notEnrolledYet, oldEnough, parentsResident } from '../rules.ts'
import { alreadyEnrolled, neverBars, searchWords } from '../words.ts'

const title: Text = { ar: 'بصمة الجوازات للأطفال', en: 'Enrol a child’s fingerprints' }

export default service('enrol-child-fingerprint', {
  sector: 'fingerprint',
  version: 1,
  title,
  summary: {
    ar: 'احجز موعدًا لتسجيل بصمة طفلك المقيم من عمر ست سنوات.',
    en: 'Book an appointment to enrol the fingerprints of your resident child, from the age of six.',
  },
  words: [...searchWords, 'بصمة الأطفال', 'بصمة الأبناء', 'طفل', 'child', 'children'],
  audience: ['resident'],
  time: { ar: 'ربع ساعة في المكتب', en: 'A quarter of an hour at the office' },
  conditions: [
    { ar: 'يحضر أحد الوالدين مع الطفل.', en: 'A parent comes with the child.' },
    {
      ar: 'لا تُؤخذ بصمة طفل دون السادسة، ولا استثناء في ذلك.',
      en: 'Fingerprints are never taken of a child under six, without exception.',
    },
    {
      ar: 'إذا توفي أحد الوالدين أو انفصلا فتكفي إقامة من يحضر مع الطفل.',
      en: 'Where a parent has died or the parents are separated, the iqama of the one who comes is enough.',
    },
    neverBars,
  ],
  subject: minorChildIn('fingerprint'),
  form: noForm,
  rules: [oldEnough, notEnrolledYet, bornInTheKingdom, parentsResident],
  steps: [
    {
      kind: 'appointment',
      id: 'visit',
      title: { ar: 'حضور الطفل مع أحد والديه', en: 'The child comes with a parent' },
      body: {
        ar: 'اختر القسم الذي يناسبك: للجميع أو للنساء أو للرجال.',
        en: 'Choose the section that suits you: for all, for men or for women.',
      },
      purpose: 'fingerprint',
      unit: 'fingerprint',
      within: days(90),
      notBefore: ({ subject }) => firstEnrolment(subject.value),
      bring: [
        { ar: 'هوية مقيم للطفل أو جواز سفره', en: 'The child’s resident ID or passport' },
        { ar: 'هوية مقيم لمن يحضر من الوالدين', en: 'The resident ID of the parent who comes' },
        { ar: 'شهادة ميلاد الطفل', en: 'The child’s birth certificate' },
      ],
      done: {
        ar: 'أُخذت بصمات الطفل بحضور والده أو والدته',
        en: 'The child’s fingerprints were taken in a parent’s presence',
      },
    },
  ],
  effect: async ({ tx, clock, subject, appointment }) => {
    if (!appointment) throw new Error('fingerprints are enrolled at an office')
    const { office: place, day: on } = appointment
    if (!(await enrol(tx, { person: subject.person, place, on, at: clock.now() })))
      throw new Refusal(alreadyEnrolled)
  },
  // The parent keeps the paper: the child has no account of its own.
  documents: [{ document: 'fingerprint-slip', to: 'applicant' }],
  describe: async ({ db, subject, today }) => {
    const found = await fingerprintOf(db, subject.person, today)
    return { place: found?.place ? v.text(found.place) : v.none, day: v.day(found?.enrolledOn) }
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant', 'parents'],
        text: {
          ar: 'سُجّلت بصمة {subject} في {place} يوم {day}.',
          en: 'The fingerprints of {subject} were enrolled at {place} on {day}.',
        },
      },
    ],
  },
  retentionYears: 10,
})
