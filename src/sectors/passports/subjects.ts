import { dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { SubjectType } from '#platform/catalogue/subject.ts'
import type { Matter } from '#platform/people/matter.ts'
import type { Person } from '#platform/people/person.ts'
import { minorChildIn, self } from '#platform/people/subjects.ts'
import { type Residency, residencyOf, residencyStatus } from './registry/residency.ts'
import { residencyStatuses } from './words.ts'

/** The asker’s own permit to live here. */
export const ownResidency: SubjectType<Residency> = {
  kind: 'residency',
  ground: 'self',
  choose: { ar: 'إقامتك', en: 'Your residency' },
  none: {
    ar: 'لا إقامة باسمك في السجل. إن كنت جديدًا في المملكة فصاحب العمل أو رب الأسرة هو من يستخرجها.',
    en: 'The register holds no residency of yours. If you are new here, your employer or the head of your family applies for it.',
  },
  async list({ db, clock }, person) {
    const residency = await residencyOf(db, person)
    if (!residency) return []
    const status = residencyStatuses[residencyStatus(residency, dayOf(clock.now()))]
    return [
      {
        id: 'self',
        person,
        label: { ar: 'إقامتك', en: 'Your residency' },
        detail: until(status, residency),
        value: residency,
      },
    ]
  },
}

const until = (status: Text, { expiresOn }: Residency): Text => ({
  ar: `${status.ar}، تنتهي في ${formatDay(expiresOn, 'ar')}`,
  en: `${status.en}, until ${formatDay(expiresOn, 'en')}`,
})

/** The asker, and the minor children for whom they may act in a matter. Never another adult. */
export const selfOrChild = (matter: Matter): SubjectType<Person> => ({
  kind: 'self-or-child',
  ground: 'self',
  matter,
  isPerson: true,
  choose: { ar: 'لمن؟', en: 'For whom?' },
  none: self.none,
  list: async (context, person) => [
    ...(await self.list(context, person)),
    ...(await minorChildIn(matter).list(context, person)),
  ],
})
