import { cardFace } from '#platform/faces/picture.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { CarriedCard, Load } from '#platform/wallets/carry.ts'
import { checksOf } from '#platform/wallets/showing.ts'
import type { WalletCard, WalletLoad } from './presented.ts'

/** All that a phone carries, as its page takes it; a face that stands on several cards is sent once. */
export async function loadOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { device, cards }: Load,
): Promise<WalletLoad> {
  const [holder, checks] = await Promise.all([findPerson(db, device.person), checksOf(db, device.person)])
  const pictures: Record<string, string> = {}
  for (const { document } of cards) {
    const { portrait } = document.content
    const name = portrait && pictureOf(portrait)
    if (portrait && name && !(name in pictures))
      pictures[name] = `data:image/webp;base64,${Buffer.from(await cardFace(portrait)).toString('base64')}`
  }
  return {
    now: clock.now().toISOString(),
    holder: holder?.shortName ?? { ar: '', en: '' },
    name: device.name,
    since: device.since.toISOString(),
    cards: cards.map(cardOf),
    pictures,
    checks: checks.map(({ at, saidBy, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      ...(saidBy ? { saidBy } : {}),
    })),
  }
}

type Portrait = NonNullable<CarriedCard['document']['content']['portrait']>

const pictureOf = ({ seed, sex, child }: Portrait): string => `${sex}:${child}:${seed}`

function cardOf({ document, ground, ends, codes }: CarriedCard): WalletCard {
  const { content, validUntil, because } = document
  return {
    id: document.id,
    document: document.document,
    ground,
    title: content.title,
    issuer: content.issuer,
    look: content.look,
    holder: content.holder,
    number: document.number,
    validFrom: content.validFrom,
    ends: ends.toISOString(),
    ...(validUntil ? { validUntil } : {}),
    facts: content.facts,
    ...(content.portrait ? { picture: pictureOf(content.portrait) } : {}),
    state: document.state === 'suspended' ? 'suspended' : 'valid',
    ...(because ? { because } : {}),
    codes: codes.map(({ credential, title, ends: until, ...code }) => ({
      ...code,
      ...(title ? { title } : {}),
      credential: Buffer.from(credential).toString('base64'),
      ends: until.toISOString(),
    })),
  }
}
