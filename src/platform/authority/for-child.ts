import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { type InquiryDefinition, isMeantFor, type ServiceDefinition } from '#platform/catalogue/definition.ts'
import { type AnySubjectType, type Ground, type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { type Ward, wardsOf } from '#platform/people/guardianship.ts'
import type { Platform } from '#platform/platform.ts'

/** A minor child of a parent, what the parent may do for it, and with what of the catalogue. */
export interface ChildInCare extends Ward {
  readonly definitions: readonly (ServiceDefinition | InquiryDefinition)[]
}

const ofParents: readonly Ground[] = ['guardian', 'custody', 'parent']

/** Names a child as its parent knows it; one for oneself and one's children alike names the matter. */
const isAboutChildren = ({
  isPerson,
  matter,
  ground,
}: Pick<AnySubjectType, 'isPerson' | 'matter' | 'ground'>): boolean =>
  isPerson === true && (matter !== undefined || ofParents.includes(ground))

/** The minor children of a parent, each with the services that this very parent may use about it now. */
export async function childrenInCare(
  {
    db,
    clock,
    catalogue,
  }: Pick<Platform, 'db' | 'clock'> & { readonly catalogue: Pick<Catalogue, 'definitions'> },
  parent: PersonNumber,
): Promise<readonly ChildInCare[]> {
  const wards = await wardsOf({ db, clock }, parent)
  if (wards.length === 0) return []
  const listed = new Map<string, readonly Subject[]>()
  const usable = new Map<PersonNumber, (ServiceDefinition | InquiryDefinition)[]>()
  for (const one of catalogue.definitions) {
    if (one.kind === 'procedure' || !one.subject || !isAboutChildren(one.subject)) continue
    if (!isMeantFor(one, personKind(parent))) continue
    const type = `${one.subject.kind}:${one.subject.matter ?? ''}`
    const subjects = listed.get(type) ?? (await subjectsOf(one.subject, { db, clock }, parent))
    listed.set(type, subjects)
    for (const person of new Set(subjects.map((subject) => subject.person)))
      usable.set(person, [...(usable.get(person) ?? []), one])
  }
  return wards.map((ward) => ({ ...ward, definitions: usable.get(ward.child.id) ?? [] }))
}
