import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Subject, SubjectType } from '#platform/catalogue/subject.ts'
import { sponsoredWorker } from '#platform/people/sponsorship.ts'
import { minorChildIn } from '#platform/people/subjects.ts'
import { residenciesOf } from './registry/residency.ts'
import { ownResidency } from './subjects.ts'

/** A resident on whom somebody may have a report, and how much of it they are shown. */
export interface Reported {
  readonly person: PersonNumber
  readonly name: Text
  readonly scope: 'whole' | 'employer'
}

/**
 * The asker, the minor children whose documents they see to, and who works for them: of these the little that an
 * employer's duty needs (register `request-resident-report`, section 4).
 */
export const residentOfReport: SubjectType<Reported> = {
  kind: 'resident-of-report',
  ground: 'self',
  matter: 'documents',
  isPerson: true,
  choose: { ar: 'تقرير من؟', en: 'Whose report?' },
  none: {
    ar: 'ليس لك إقامة في السجل، ولا طفل مقيم تتولى شؤونه، ولا يعمل لديك وافد.',
    en: 'The register holds no residency of yours or of a child in your care, and no expatriate works for you.',
  },
  list: async (context, person) => {
    const [own, children, workers] = await Promise.all([
      ownResidency.list(context, person),
      minorChildIn('documents').list(context, person),
      sponsoredWorker.list(context, person),
    ])
    const all = [
      ...own.map((one) => reported(one, one.label, 'whole')),
      ...children.map((one) => reported(one, one.value.name, 'whole')),
      ...workers.map((one) => ({ ...reported(one, one.value.name, 'employer'), ground: 'sponsor' as const })),
    ]
    const permits = await residenciesOf(
      context.db,
      all.map((one) => one.person),
    )
    return all.filter((one) => permits.has(one.person))
  },
}

const reported = (
  { id, person, label, detail, ground }: Subject,
  name: Text,
  scope: Reported['scope'],
): Subject<Reported> => ({
  id,
  person,
  label,
  ...(detail ? { detail } : {}),
  ...(ground ? { ground } : {}),
  value: { person, name, scope },
})
