import { plural } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { sponsoredBy } from '#platform/people/sponsorship.ts'
import { ownWorkplace } from '../subjects.ts'
import { whatIsSeen } from '../words.ts'

/** So many are shown, and looked at, at a time. */
export const mostShown = 50

/** Register `view-sponsored-persons`, with section 4: minimum fields, and each worker sees that they were looked at. */
export default inquiry('view-sponsored-persons', {
  sector: 'expatriates',
  version: 1,
  title: { ar: 'عرض المكفولين', en: 'View sponsored persons' },
  summary: {
    ar: 'من يعمل لديك، ومهنته، ومتى تنتهي إقامته.',
    en: 'Who works for you, as what, and when each iqama runs out.',
  },
  words: ['المكفولون', 'العمالة', 'العاملون لدي', 'العمال الأجانب', 'workers', 'sponsored', 'employees'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    whatIsSeen,
    {
      ar: 'لا يظهر هنا بالغ من أسرتك؛ ذلك بإذنه وحده.',
      en: 'No adult of your family is shown here; that is by their consent alone.',
    },
  ],
  access: 'signed-in',
  subject: ownWorkplace,
  form: form({
    name: text({
      label: { ar: 'جزء من الاسم', en: 'A part of the name' },
      hint: { ar: 'إن أردت بعضهم فقط.', en: 'If you want only some of them.' },
      optional: true,
      max: 60,
    }),
  }),
  answer: async ({ db, subject, answers, shows }) => {
    if (!subject) return []
    const all = await sponsoredBy(db, subject.value.employer)
    const wanted = answers.name?.toLowerCase()
    const found = wanted
      ? all.filter(({ name }) => `${name.ar} ${name.en.toLowerCase()}`.includes(wanted))
      : all
    const shown = found.slice(0, mostShown)
    for (const one of shown) shows(one.person, 'sponsor')
    return [
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' } },
          { key: 'since', label: { ar: 'يعمل لديك منذ', en: 'Works for you since' } },
          { key: 'iqamaUntil', label: { ar: 'تنتهي الإقامة في', en: 'Iqama runs out on' } },
        ],
        rows: shown.map((one) => ({
          name: v.text(one.name),
          occupation: v.text(one.occupation),
          since: v.day(one.since),
          iqamaUntil: v.day(one.iqamaUntil),
        })),
        next: shown.map((one) => ({
          label: { ar: 'التفاصيل', en: 'Details' },
          page: `/services/view-worker-personal-data?subject=${one.id}`,
        })),
        empty: { ar: 'لا أحد بهذا الاسم.', en: 'Nobody of that name.' },
      },
      ...more(found.length - shown.length),
      { kind: 'note', tone: 'neutral', body: whatIsSeen },
    ]
  },
})

const more = (left: number): readonly Block[] =>
  left > 0 ? [{ kind: 'note', tone: 'neutral', body: narrow(left) }] : []

const narrow = (left: number): Text => ({
  ar: `${plural('ar', left, { one: 'بقي عامل واحد', two: 'بقي عاملان', few: 'بقي {n} عمال', many: 'بقي {n} عاملًا', other: 'بقي {n} عامل' })}. ابحث بالاسم لتراهم.`,
  en: `${plural('en', left, { one: 'One more is', other: '{n} more are' })} not shown. Search by name to see them.`,
})
