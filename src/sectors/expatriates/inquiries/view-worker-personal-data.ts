import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { sponsoredWorker } from '#platform/people/sponsorship.ts'
import { whatIsSeen } from '../words.ts'

/** Register `view-worker-personal-data`: only what the legal duty needs, and the worker sees the log. */
export default inquiry('view-worker-personal-data', {
  sector: 'expatriates',
  version: 1,
  title: { ar: 'الاطلاع على بيانات عامل', en: 'View a worker’s data' },
  summary: {
    ar: 'ما يلزمك نظامًا من بيانات من يعمل لديك. يُبلَّغ العامل باطلاعك.',
    en: 'What the law asks you to know of somebody who works for you. The worker is told that you looked.',
  },
  words: [
    'الاطلاع على المعلومات الشخصية التي تخص العاملين',
    'بيانات العامل',
    'بيانات المكفول',
    'worker data',
    'employee',
  ],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [whatIsSeen],
  access: 'signed-in',
  subject: sponsoredWorker,
  form: noForm,
  answer: async ({ subject }) => {
    if (!subject) return []
    const { name, person, occupation, since, iqamaUntil } = subject.value
    return [
      {
        kind: 'facts',
        facts: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' }, value: v.text(name) },
          { key: 'iqama', label: { ar: 'رقم الإقامة', en: 'Iqama number' }, value: v.code(person) },
          {
            key: 'iqamaUntil',
            label: { ar: 'تنتهي الإقامة في', en: 'Iqama runs out on' },
            value: v.day(iqamaUntil),
          },
          { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' }, value: v.text(occupation) },
          { key: 'since', label: { ar: 'يعمل لديك منذ', en: 'Works for you since' }, value: v.day(since) },
        ],
      },
      { kind: 'note', tone: 'neutral', body: whatIsSeen },
    ]
  },
})
