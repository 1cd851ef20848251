import type { Text } from '#kernel/text.ts'
import { actionTitle } from '#platform/audit/action.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import { eventTitle, logOfHolder } from '#platform/authority/delegation-log.ts'
import { kindTitle } from '#platform/authority/delegation-texts.ts'
import { allPowers, powerTitle } from '#platform/authority/power.ts'
import type { DelegationKind } from '#platform/authority/tables.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { ownerAlone } from '#platform/catalogue/power.ts'
import { inOneLine, v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'

/** Register 203 `delegation-audit`: what became of each delegation and what was done under it; only ever added to. */
export default inquiry('delegation-audit', {
  sector: 'business',
  version: 1,
  title: { ar: 'سجل أعمال المفوَّضين', en: 'Delegates’ activity log' },
  summary: {
    ar: 'ما فعله كل مدير ومفوَّض باسم منشأتك، ومتى.',
    en: 'What each manager and delegate did for your establishment, and when.',
  },
  words: ['سجل المفوضين', 'أعمال المفوض', 'سجل المدير', 'audit', 'activity log', 'delegates'],
  audience: ['establishment'],
  power: ownerAlone,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: thisEstablishment,
  form: form({}, []),
  answer: async ({ db, clock, subject, catalogue }) => {
    if (!subject) return []
    const { id } = subject.value
    const events = await logOfHolder(db, id, { limit: 300 })
    const kinds = new Map((await delegationsGiven({ db, clock }, id)).map((one) => [one.id, one.kind]))
    return [
      {
        kind: 'table',
        columns: [
          { key: 'at', label: { ar: 'متى', en: 'When' } },
          { key: 'who', label: { ar: 'من', en: 'Who' } },
          { key: 'what', label: { ar: 'ماذا', en: 'What' } },
          { key: 'about', label: { ar: 'عن', en: 'About' } },
        ],
        rows: events.map((one) => ({
          at: v.instant(one.at),
          who: v.text(one.who),
          what: v.text(eventTitle(one.type) ?? actionTitle(one.type, 'establishment')),
          about: one.about
            ? aboutValue(one.about, catalogue.titleOf(one.about))
            : appointmentText(kinds.get(one.delegation), one.powers),
        })),
        empty: { ar: 'لم يُفوَّض أحد بعد.', en: 'Nobody has been appointed yet.' },
      },
    ]
  },
})

/** A reference as it stands; an inquiry by its title. */
const aboutValue = (about: string, title: Text | undefined) => (title ? v.text(title) : v.code(about))

/** The appointment that a line is about, with the powers where it was about those. */
function appointmentText(kind: DelegationKind | undefined, names: readonly string[] = []) {
  if (!kind) return v.none
  const { ar, en } = kindTitle[kind]
  const titles = names.map((name) => powerTitle(powers, name))
  if (!titles.length) return v.text({ ar, en })
  const listed = inOneLine(titles)
  return v.text({ ar: `${ar}: ${listed.ar}`, en: `${en}: ${listed.en}` })
}

const powers = allPowers({ definitions: [] })
