import { dayOf } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Locale, locales, say, type Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { cardAge } from '#platform/people/adulthood.ts'
import { guardiansOf } from '#platform/people/guardianship.ts'
import { findPerson } from '#platform/people/person.ts'
import type { IssuedDocument } from './issued.ts'

/** What happened to a document by itself. */
export type Happened =
  | { readonly state: 'suspended' | 'revoked'; readonly reason: Text }
  | { readonly state: 'restored' }

/** Tells the holder, and the guardians of a child; nobody when the holder has died. */
export async function tellHolder(
  tx: Tx,
  document: Pick<IssuedDocument, 'id' | 'person' | 'content' | 'number'>,
  what: Happened,
  at: Date,
): Promise<void> {
  const { id, content, number } = document
  const body = filled(words[what.state].body, (locale) => ({
    document: content.title[locale],
    number,
    reason: 'reason' in what ? what.reason[locale] : '',
  }))
  for (const to of await readersOf(tx, document.person, at))
    await notify(tx, {
      to,
      key: `document:${id}:${what.state}:${at.getTime()}`,
      title: words[what.state].title,
      body,
      link: '/documents',
      sms: true,
      routine: what.state === 'restored',
      at,
    })
}

async function readersOf(tx: Tx, person: PersonNumber, at: Date): Promise<readonly PersonNumber[]> {
  const holder = await findPerson(tx, person)
  if (!holder?.alive) return []
  const guardians = (await guardiansOf({ db: tx, clock: { now: () => at } }, person))
    .filter((one) => one.rights.some(({ matter }) => matter === 'documents'))
    .map((one) => one.parent)
  return ageIn('gregorian', holder.born, dayOf(at)) >= cardAge ? [person, ...guardians] : guardians
}

function filled(text: Text, params: (locale: Locale) => Readonly<Record<string, string>>): Text {
  const pairs = locales.map((locale) => [locale, say(text, locale, params(locale))] as const)
  // `locales` holds every language, so every key of a Text is there.
  return Object.fromEntries(pairs) as unknown as Text
}

const words = {
  suspended: {
    title: { ar: 'أُوقفت وثيقة لك مؤقتًا', en: 'A document of yours was suspended' },
    body: {
      ar: 'أُوقفت «{document}» رقم {number} مؤقتًا: {reason} تعود سارية بنفسها متى زال السبب.',
      en: '{document} {number} is suspended: {reason} It is good again by itself once the reason is gone.',
    },
  },
  restored: {
    title: { ar: 'عادت وثيقتك سارية', en: 'Your document is good again' },
    body: {
      ar: 'رُفع الإيقاف عن «{document}» رقم {number}، وهي سارية من جديد.',
      en: '{document} {number} is no longer suspended: it is good again.',
    },
  },
  revoked: {
    title: { ar: 'أُلغيت وثيقة لك', en: 'A document of yours was taken back' },
    body: {
      ar: 'أُلغيت «{document}» رقم {number}: {reason}',
      en: '{document} {number} was taken back: {reason}',
    },
  },
} as const satisfies Record<Happened['state'], { readonly title: Text; readonly body: Text }>
