import { describe, expect, it } from 'vitest'
import type { WalletCard, WalletLoad } from '../../presented.ts'
import { randomBytes } from './bytes.ts'
import {
  erase,
  keepLoad,
  keepLocale,
  keepPhone,
  keptLoad,
  keptLock,
  openByPin,
  protectByPin,
} from './keep.ts'
import { newPhone } from './phone.ts'
import { flawOfPin, pinTyped } from './pin.ts'
import { kekOf, newSafe, unwrapSafe } from './safe.ts'
import { shelfInMemory } from './shelf.ts'
import { countTry, forgetTries, mostTries, triesLeft } from './tries.ts'

const load: WalletLoad = {
  now: '2026-11-23T08:00:00.000Z',
  holder: { ar: 'سالم الريحاني', en: 'Salem Alrayhani' },
  name: 'Chrome · Android',
  since: '2026-11-23T08:00:00.000Z',
  cards: [],
  pictures: {},
  checks: [],
}

async function pinLock(shelf: ReturnType<typeof shelfInMemory>) {
  const lock = await keptLock(shelf)
  if (lock?.kind !== 'pin') throw new Error('a PIN was expected')
  return lock
}

describe('what is kept', () => {
  it('opens with the PIN and what guards it on this phone, and with nothing else', async () => {
    const [shelf, phone] = [shelfInMemory(), await newPhone()]
    await keepPhone(phone, shelf)
    await keepLoad(shelf, await protectByPin(shelf, phone, '480275'), load)
    const lock = await pinLock(shelf)
    const wrong = await openByPin(shelf, phone, lock, { pin: '480276', now: 0 })
    expect(wrong).toEqual({ kind: 'wrong', left: mostTries - 1, wait: 0 })
    const right = await openByPin(shelf, phone, lock, { pin: '480275', now: 0 })
    expect(right.kind === 'open' && (await keptLoad(shelf, right.safe, 0))).toEqual(load)

    const { guard } = (await pinLock(await elsewhere())).by
    const stolen = { ...lock, by: { ...lock.by, guard } }
    expect((await openByPin(shelf, phone, stolen, { pin: '480275', now: 0 })).kind).toBe('wrong')
    const other = { ...phone, thumbprint: 'x' }
    expect((await openByPin(shelf, other, lock, { pin: '480275', now: 0 })).kind).toBe('wrong')
    const kept = JSON.stringify([await shelf.get('cards'), await shelf.get('lock')])
    expect(kept).not.toContain('Alrayhani')
  })

  it('stays when the PIN changes, and the old one opens it no more', async () => {
    const [shelf, phone] = [shelfInMemory(), await newPhone()]
    const safe = await protectByPin(shelf, phone, '480275')
    await keepLoad(shelf, safe, load)
    await protectByPin(shelf, phone, '936104', safe)
    const lock = await pinLock(shelf)
    expect((await openByPin(shelf, phone, lock, { pin: '480275', now: 0 })).kind).toBe('wrong')
    const open = await openByPin(shelf, phone, lock, { pin: '936104', now: 0 })
    expect(open.kind === 'open' && (await keptLoad(shelf, open.safe, 0))).toEqual(load)
  })

  it('is wrapped anew each time, and refuses a wrapping that was changed', async () => {
    const [safe, kek] = [await newSafe('a'), await kekOf(randomBytes(32))]
    const [one, two] = [await safe.wrap(kek), await safe.wrap(kek)]
    expect(one.data).not.toEqual(two.data)
    expect(await unwrapSafe(kek, one, 'b')).toBeUndefined()
    const changed = { ...one, data: one.data.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) }
    expect(await unwrapSafe(kek, changed, 'a')).toBeUndefined()
  })

  it('shows a relative’s card no longer than their consent, also when nobody was asked since', async () => {
    const [shelf, phone] = [shelfInMemory(), await newPhone()]
    const safe = await protectByPin(shelf, phone, '480275')
    const ends = '2026-12-01T00:00:00.000Z'
    const card = { id: 'a', ground: 'consent', ends } as WalletCard
    await keepLoad(shelf, safe, { ...load, cards: [card, { ...card, id: 'b', ground: 'self' }] })
    const on = async (day: string) =>
      (await keptLoad(shelf, safe, Date.parse(day)))?.cards.map(({ id }) => id)
    expect(await on('2026-11-30')).toEqual(['a', 'b'])
    expect(await on('2026-12-02')).toEqual(['b'])
  })

  it('is forgotten but for the language, and for the key of a phone that has still to say goodbye', async () => {
    const [shelf, phone] = [shelfInMemory(), await newPhone()]
    await keepLocale('en', shelf)
    await keepPhone(phone, shelf)
    await erase(shelf, { leaving: phone })
    expect(await Promise.all(['locale', 'phone', 'leaving'].map((name) => shelf.get(name)))).toEqual([
      'en',
      undefined,
      phone,
    ])
    await erase(shelf)
    expect(await shelf.get('leaving')).toBeUndefined()
  })
})

describe('wrong PINs', () => {
  it('wait longer and longer, count before they are tried, and end after ten', async () => {
    const shelf = shelfInMemory()
    let now = 1_000_000
    const waits: number[] = []
    for (let tries = 0; tries < mostTries; tries++) {
      expect(await countTry(shelf, now)).toBe(true)
      const { left, wait } = await triesLeft(shelf, now)
      expect(left).toBe(mostTries - 1 - tries)
      if (wait > 0) expect(await countTry(shelf, now + wait - 1)).toBe(false)
      waits.push(wait / 1000)
      now += wait
    }
    expect(waits).toEqual([0, 0, 30, 60, 120, 300, 600, 1800, 3600, 0])
    expect(await countTry(shelf, now + 86_400_000)).toBe(false)
    await forgetTries(shelf)
    expect(await triesLeft(shelf, now)).toEqual({ left: mostTries, wait: 0 })
  })
})

it.each([
  ['12345', 'pinShort'],
  ['12a456', 'pinShort'],
  ['000000', 'pinEasy'],
  ['123456', 'pinEasy'],
  ['876543', 'pinEasy'],
  ['890123', 'pinEasy'],
  ['121212', 'pinEasy'],
  ['147147', 'pinEasy'],
  ['480275', undefined],
  [pinTyped('٤٨٠ ٢٧٥'), undefined],
])('takes %s as a PIN, or says why not', (pin, flaw) => {
  expect(flawOfPin(pin)).toBe(flaw)
})

const elsewhere = async () => {
  const shelf = shelfInMemory()
  await protectByPin(shelf, await newPhone(), '480275')
  return shelf
}
