import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { date, personNumber } from '#platform/forms/fields/index.ts'
import { steady } from '#platform/guard/steady.ts'
import { findPerson } from '#platform/people/person.ts'
import { permitOf } from '../registry/permits.ts'
import { seasonOn } from '../season.ts'
import { seasonName } from '../words.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/** Register query-hajj-permit: issued or not, for the season; the birth date is the second thing to know. */
export default inquiry('query-hajj-permit', {
  sector: 'hajj',
  version: 1,
  title: { ar: 'تصريح الحج', en: 'Hajj permit inquiry' },
  summary: {
    ar: 'هل صدر تصريح حج هذا الموسم؟',
    en: 'Was a permit issued for this Hajj season?',
  },
  words: ['الاستعلام عن تصريح الحج', 'تصاريح الحج', 'حج', 'Hajj', 'pilgrim'],
  audience: ['anonymous', 'citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    number: personNumber({
      label: { ar: 'رقم الهوية أو الإقامة', en: 'ID or iqama number' },
      kinds: ['citizen', 'resident'],
    }),
    born: date({ label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, max: 'today' }),
  }),
  answer: ({ db, today, answers }) =>
    steady(ANSWER_MS, async () => {
      const { year } = seasonOn(today)
      const person = await findPerson(db, answers.number)
      const permit = await permitOf(db, answers.number, year)
      return [permit && person?.born === answers.born && person.alive ? issued(year) : notIssued(year)]
    }),
  own: async ({ db, today, person }) => {
    const { year } = seasonOn(today)
    const permit = await permitOf(db, person, year)
    if (!permit) return [notIssued(year)]
    return [
      issued(year),
      {
        kind: 'facts',
        facts: [
          { key: 'number', label: { ar: 'رقم التصريح', en: 'Permit number' }, value: v.code(permit.number) },
          { key: 'campaign', label: { ar: 'الحملة', en: 'Campaign' }, value: v.text(permit.campaign) },
          { key: 'issuedOn', label: { ar: 'صدر في', en: 'Issued on' }, value: v.day(permit.issuedOn) },
        ],
      },
      {
        kind: 'document',
        document: 'hajj-permit',
        title: { ar: 'تصريح الحج الرقمي', en: 'Digital Hajj permit' },
        subject: permit.id,
      },
    ]
  },
})

const issued = (year: number): Block => ({
  kind: 'status',
  code: 'ISSUED',
  tone: 'good',
  title: { ar: `صدر تصريح ${seasonName(year).ar}`, en: `A permit for ${seasonName(year).en} is issued` },
})

const notIssued = (year: number): Block => ({
  kind: 'status',
  code: 'NOT_ISSUED',
  tone: 'neutral',
  title: {
    ar: `لا تصريح لـ${seasonName(year).ar} بهذه البيانات`,
    en: `No permit for ${seasonName(year).en} has these details`,
  },
  body: { ar: 'راجع الرقم وتاريخ الميلاد.', en: 'Check the number and the date of birth.' },
})
