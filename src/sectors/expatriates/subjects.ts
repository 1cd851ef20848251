import type { SubjectType } from '#platform/catalogue/subject.ts'
import { type Workplace, workplacesOf } from '#platform/people/sponsorship.ts'

/** The asker’s household, or an establishment of theirs, that employs somebody. */
export const ownWorkplace: SubjectType<Workplace> = {
  kind: 'workplace',
  ground: 'owner',
  choose: { ar: 'لدى من؟', en: 'Who employs them?' },
  none: {
    ar: 'لا يعمل لديك أحد الآن، لا في منزلك ولا في منشأة تملكها.',
    en: 'Nobody works for you now, neither in your household nor in an establishment that you own.',
  },
  async list({ db }, person) {
    const places = await workplacesOf(db, person)
    return places.map((one) => ({
      id: one.id,
      person,
      label: one.name,
      ...(one.id !== 'household'
        ? { detail: { ar: `الرقم الموحد ${one.id}`, en: `Unified number ${one.id}` } }
        : {}),
      value: one,
    }))
  },
}
