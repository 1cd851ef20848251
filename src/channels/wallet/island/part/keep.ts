import type { Locale } from '#kernel/text.ts'
import type { WalletLoad } from '../../presented.ts'
import { kekOfPasskey, newPasskeyLock, type PasskeyLock } from './passkey.ts'
import type { Phone } from './phone.ts'
import { kekOfPin, newPinLock, type PinLock } from './pin.ts'
import { newSafe, type Safe, type Sealed, unwrapSafe } from './safe.ts'
import type { Shelf } from './shelf.ts'
import { countTry, forgetTries, triesLeft } from './tries.ts'

/** What opens the wallet, with the key of its safe wrapped under it. */
export type Lock =
  | { readonly kind: 'passkey'; readonly by: PasskeyLock; readonly wrapped: Sealed }
  | { readonly kind: 'pin'; readonly by: PinLock; readonly wrapped: Sealed }

// Each name is written here alone, so that what comes back is what went in.
const at = {
  phone: (shelf: Shelf) => shelf.get('phone') as Promise<Phone | undefined>,
  leaving: (shelf: Shelf) => shelf.get('leaving') as Promise<Phone | undefined>,
  lock: (shelf: Shelf) => shelf.get('lock') as Promise<Lock | undefined>,
  cards: (shelf: Shelf) => shelf.get('cards') as Promise<Sealed | undefined>,
  locale: (shelf: Shelf) => shelf.get('locale') as Promise<Locale | undefined>,
}

export const keptPhone = at.phone
export const keptLock = at.lock
export const keptLocale = at.locale

/** A phone that has forgotten what it carried, and could not say so yet. */
export const keptLeaving = at.leaving

export const keepPhone = ({ key, thumbprint }: Phone, shelf: Shelf): Promise<void> =>
  shelf.put('phone', { key, thumbprint } satisfies Phone)
export const keepLocale = (locale: Locale, shelf: Shelf): Promise<void> => shelf.put('locale', locale)

/** Puts the key of a safe, or a new one, under a PIN. */
export async function protectByPin(shelf: Shelf, phone: Phone, pin: string, safe?: Safe): Promise<Safe> {
  const by = await newPinLock()
  const now = safe ?? (await newSafe(phone.thumbprint))
  await forgetTries(shelf)
  await keepLock(shelf, { kind: 'pin', by, wrapped: await now.wrap(await kekOfPin(pin, by)) })
  return now
}

/** The same under a passkey; nothing when this phone's cannot do that. @throws when the person closed the question */
export async function protectByPasskey(
  shelf: Shelf,
  phone: Phone,
  label: string,
  safe?: Safe,
): Promise<Safe | undefined> {
  const made = await newPasskeyLock(label)
  if (!made) return undefined
  const now = safe ?? (await newSafe(phone.thumbprint))
  await keepLock(shelf, { kind: 'passkey', by: made.lock, wrapped: await now.wrap(made.kek) })
  return now
}

const keepLock = (shelf: Shelf, lock: Lock): Promise<void> => shelf.put('lock', lock)

/** How a PIN fared: how many tries are left when it was wrong, and 0 once everything is to be erased. */
export type PinOutcome =
  | { readonly kind: 'open'; readonly safe: Safe }
  | { readonly kind: 'wrong'; readonly left: number; readonly wait: number }

export async function openByPin(
  shelf: Shelf,
  phone: Phone,
  { by, wrapped }: Extract<Lock, { kind: 'pin' }>,
  { pin, now }: { readonly pin: string; readonly now: number },
): Promise<PinOutcome> {
  const counted = await countTry(shelf, now)
  const safe = counted ? await unwrapSafe(await kekOfPin(pin, by), wrapped, phone.thumbprint) : undefined
  if (!safe) return { kind: 'wrong', ...(await triesLeft(shelf, now)) }
  await forgetTries(shelf)
  return { kind: 'open', safe }
}

/** @throws when the person closed the question */
export async function openByPasskey(
  phone: Phone,
  { by, wrapped }: Extract<Lock, { kind: 'passkey' }>,
): Promise<Safe | undefined> {
  const kek = await kekOfPasskey(by)
  return kek && unwrapSafe(kek, wrapped, phone.thumbprint)
}

export const keepLoad = async (shelf: Shelf, safe: Safe, load: WalletLoad): Promise<void> =>
  shelf.put('cards', await safe.seal(load))

/**
 * What the phone carries; nothing when it never got anything. A relative's card that was not asked for anew in time
 * is not shown any more: they may have taken their consent back.
 */
export async function keptLoad(shelf: Shelf, safe: Safe, now: number): Promise<WalletLoad | undefined> {
  const sealed = await at.cards(shelf)
  if (!sealed) return undefined
  // Nobody but `keepLoad` could have encrypted it.
  const load = (await safe.open(sealed)) as WalletLoad
  const cards = load.cards.filter(({ ground, ends }) => ground !== 'consent' || Date.parse(ends) > now)
  return { ...load, cards }
}

/** Forgets everything but the language; and, where the server could not be told, the key to say so later. */
export async function erase(shelf: Shelf, { leaving }: { readonly leaving?: Phone } = {}): Promise<void> {
  const locale = await at.locale(shelf)
  await shelf.clear()
  if (locale) await keepLocale(locale, shelf)
  if (leaving) await shelf.put('leaving', leaving)
}

/** The server knows by now. */
export const forgetLeaving = (shelf: Shelf): Promise<void> => shelf.put('leaving', undefined)
