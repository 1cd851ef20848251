import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { type InquiryDefinition, isMeantFor, type ServiceDefinition } from '#platform/catalogue/definition.ts'
import { type AnySubjectType, type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { type Ward, wardsOf } from '#platform/people/guardianship.ts'
import type { Platform } from '#platform/platform.ts'

/** Something of the catalogue that can be done about a child. */
export interface DoableForChild {
  readonly definition: ServiceDefinition | InquiryDefinition
  /** The subject that stands for the child in it; none when there are several, to be chosen on its page. */
  readonly subject: string | undefined
}

/** A minor child of a parent, what the parent may do for it, and with what of the catalogue. */
export interface ChildInCare extends Ward {
  readonly doable: readonly DoableForChild[]
}

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
  const doable = new Map<PersonNumber, DoableForChild[]>()
  for (const definition of catalogue.definitions) {
    if (definition.kind === 'procedure' || !definition.subject || !isForChildren(definition.subject)) continue
    if (!isMeantFor(definition, personKind(parent))) continue
    const type = `${definition.subject.kind}:${definition.subject.matter ?? ''}`
    const subjects = listed.get(type) ?? (await subjectsOf(definition.subject, { db, clock }, parent))
    listed.set(type, subjects)
    for (const { child } of wards) {
      const [first, ...more] = subjects.filter((subject) => subject.person === child.id)
      if (!first) continue
      const one = { definition, subject: more.length ? undefined : first.id }
      doable.set(child.id, [...(doable.get(child.id) ?? []), one])
    }
  }
  return wards.map((ward) => ({ ...ward, doable: doable.get(ward.child.id) ?? [] }))
}

/** A kind of subject that can be a child of the asker. */
const isForChildren = (type: AnySubjectType): boolean => type.matter !== undefined || type.ground === 'parent'
