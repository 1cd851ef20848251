import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { InquiryDefinition } from '#platform/catalogue/definition.ts'
import type { Ground } from '#platform/catalogue/subject.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Engine } from '#platform/requests/case.ts'

/**
 * Writes each look at somebody else’s record to their access log. Whom an employer looked at is told besides,
 * once a day: by text message when it was about them alone, in the inbox when they stood in a list.
 */
export async function noteLooks(
  { db, clock, vault }: Pick<Engine, 'db' | 'clock' | 'vault'>,
  by: Principal,
  inquiry: Pick<InquiryDefinition, 'slug' | 'title'>,
  of: {
    readonly asker: PersonNumber
    readonly looks: ReadonlyMap<PersonNumber, Ground>
    readonly about: PersonNumber | undefined
  },
): Promise<void> {
  const others = [...of.looks].filter(([person]) => person !== of.asker)
  if (others.length === 0) return
  const at = clock.now()
  const asker = await findPerson(db, of.asker)
  await transact(db, async (tx) => {
    for (const [person, ground] of others) {
      await record(tx, { subject: person, by, action: 'inquiry.read', about: inquiry.slug, ground, at })
      if (ground !== 'sponsor') continue
      await notify(tx, {
        to: person,
        key: `look:${inquiry.slug}:${vault.index(of.asker)}:${dayOf(at)}`,
        ...byEmployer(asker?.shortName ?? { ar: '', en: '' }, inquiry.title),
        link: '/access',
        sms: person === of.about,
        routine: true,
        at,
      })
    }
  })
}

const byEmployer = (name: Text, inquiry: Text): { readonly title: Text; readonly body: Text } => ({
  title: { ar: 'اطّلع صاحب العمل على بياناتك', en: 'Your employer looked at your data' },
  body: {
    ar: `اطّلع ${name.ar} على بيانات عملك وإقامتك (${inquiry.ar}). كل اطلاع تجده في «من اطّلع على بياناتك».`,
    en: `${name.en} looked at your work and iqama data (${inquiry.en}). Every look is under “Who looked at your data”.`,
  },
})
