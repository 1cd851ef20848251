import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { self } from '#platform/people/subjects.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { enrol, fingerprintOf } from '../registry.ts'
import { firstEnrolment, notEnrolledYet, oldEnough } from '../rules.ts'
import { alreadyEnrolled, searchWords } from '../words.ts'

export default service('enrol-fingerprint', {
  sector: 'fingerprint',
  version: 1,
  title: { ar: 'تسجيل البصمة', en: 'Enrol your fingerprints' },
  summary: {
    ar: 'احجز موعدًا لتسجيل بصمتك أو تحديثها في مكتب الجوازات.',
    en: 'Book an appointment to enrol or update your fingerprints at a Passports office.',
  },
  words: [...searchWords, 'وضع أصابع اليد على أجهزة التبصيم الآلية', 'enroll'],
  audience: ['citizen', 'resident'],
  time: { ar: 'ربع ساعة في المكتب', en: 'A quarter of an hour at the office' },
  subject: self,
  form: noForm,
  rules: [oldEnough, notEnrolledYet],
  steps: [
    {
      kind: 'appointment',
      id: 'visit',
      title: { ar: 'الحضور إلى المكتب', en: 'The visit to the office' },
      body: {
        ar: 'توضع الأصابع العشر على الجهاز وتُلتقط صورة. اختر قسم الرجال أو النساء إن شئت.',
        en: 'All ten fingers are placed on the device and a photo is taken. Choose a men’s or women’s section if you like.',
      },
      purpose: 'fingerprint',
      unit: 'fingerprint',
      within: days(90),
      notBefore: ({ subject }) => firstEnrolment(subject.value),
      bring: [{ ar: 'الهوية الوطنية أو هوية مقيم', en: 'Your national ID or resident ID' }],
      done: { ar: 'أُخذت بصمات الأصابع العشر', en: 'Ten fingerprints were taken' },
    },
  ],
  effect: async ({ tx, clock, subject, appointment }) => {
    if (!appointment) throw new Error('fingerprints are enrolled at an office')
    const { office: place, day: on } = appointment
    if (!(await enrol(tx, { person: subject.person, place, on, at: clock.now() })))
      throw new Refusal(alreadyEnrolled)
  },
  documents: [{ document: 'fingerprint-slip' }],
  describe: async ({ db, subject, today }) => {
    const found = await fingerprintOf(db, subject.person, today)
    return { place: found?.place ? v.text(found.place) : v.none, day: v.day(found?.enrolledOn) }
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُجّلت بصمتك في {place} يوم {day}. الخدمات التي تشترط البصمة متاحة لك الآن.',
          en: 'Your fingerprints were enrolled at {place} on {day}. Services that ask for them are now open to you.',
        },
      },
    ],
  },
  retentionYears: 10,
})
