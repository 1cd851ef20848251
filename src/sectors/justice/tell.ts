import { dayOf } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { cardAge } from '#platform/people/adulthood.ts'
import { parentsOf } from '#platform/people/family.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Deed } from './registry/deeds.ts'
import { effectText } from './words.ts'

/** Tells both parents, and a child of fifteen or more, that a court entered a deed or ended one. */
export async function tellFamily(
  tx: Tx,
  deed: Pick<Deed, 'child' | 'number' | 'holder' | 'court' | 'grants' | 'withdraws' | 'forbidsTravel'>,
  { what, at }: { readonly what: 'entered' | 'ended'; readonly at: Date },
): Promise<void> {
  const child = await findPerson(tx, deed.child)
  if (!child) return
  const grown = ageIn('gregorian', child.born, dayOf(at)) >= cardAge
  const parents = (await parentsOf(tx, deed.child)).filter((one) => one.alive).map((one) => one.id)
  const says = what === 'entered' ? entered(deed, child.shortName) : ended(deed, child.shortName)
  for (const to of [...parents, ...(grown ? [deed.child] : [])])
    await notify(tx, {
      to,
      key: `custody-deed:${deed.number}:${what}`,
      title: says.title,
      body: says.body,
      link: linkFor(to, deed),
      sms: true,
      at,
    })
}

const linkFor = (to: PersonNumber, { child }: Pick<Deed, 'child'>): string =>
  to === child ? '/access' : '/services/query-custody-deeds'

function entered(
  deed: Pick<Deed, 'number' | 'court' | 'grants' | 'withdraws' | 'forbidsTravel'>,
  child: Text,
): { readonly title: Text; readonly body: Text } {
  const effect = effectText(deed)
  return {
    title: { ar: 'قيّدت المحكمة صك حضانة', en: 'A court entered a custody deed' },
    body: {
      ar: `قيّدت ${deed.court.ar} صك الحضانة ${deed.number} عن ${child.ar}. ${effect.ar} يسري هنا بعد ربطه${deed.forbidsTravel ? '، ومنع السفر يسري من الآن' : ''}.`,
      en: `${deed.court.en} entered custody deed ${deed.number} about ${child.en}. ${effect.en} It holds here once it is linked${deed.forbidsTravel ? '; the ban on travel holds now' : ''}.`,
    },
  }
}

const ended = (
  deed: Pick<Deed, 'number' | 'court'>,
  child: Text,
): { readonly title: Text; readonly body: Text } => ({
  title: { ar: 'انتهى صك حضانة', en: 'A custody deed has ended' },
  body: {
    ar: `أنهت ${deed.court.ar} صك الحضانة ${deed.number} عن ${child.ar}. توقف أثره في الحال.`,
    en: `${deed.court.en} ended custody deed ${deed.number} about ${child.en}. It stopped to hold at once.`,
  },
})
