import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inflateStream } from '#platform/documents/credential/inflate.ts'
import { checkWithSubtle } from '#platform/documents/credential/subtle.ts'
import { openIssuerFile } from '#platform/documents/keys/ring.ts'
import { publishedRoot, trustList, trustRoot } from '#platform/documents/keys/trust-list.ts'
import { aCard, type Card } from '#tests/support/card.ts'
import { testKeys } from '#tests/support/issuer-keys.ts'
import { lanternPlatform } from '#tests/support/lanterns.ts'
import { signStatusList } from '#tests/support/status-list.ts'
import { aServer } from '#tests/support/visitor.ts'
import { verifyChannel } from './channel.tsx'
import { minutesOff } from './clock.ts'
import { type ExamineDeps, examine, examineAgain, forgetSeen } from './examine.ts'
import { addresses, type Held, openHeld } from './held.ts'
import { type Store, storeInMemory } from './store.ts'

const test = await lanternPlatform()
const { platform, clock } = test
const { origin } = platform.config
const app = await aServer(platform)
await app.register(verifyChannel(platform))

/** What stands between a device and the server. */
let online: boolean
/** Answers in the server's place, by path. */
let instead: Record<string, string | Uint8Array>
let asked: string[]
/** How far the device's clock is off, in milliseconds. */
let off: number
let store: Store
let card: Card
const started = clock.now().getTime()

const fetchHere = async (address: string, init: RequestInit = {}): Promise<Response> => {
  const { pathname, origin: site } = new URL(address, origin)
  if (!online || site !== origin) throw new TypeError('Failed to fetch')
  asked.push(pathname)
  const headers = { date: clock.now().toUTCString() }
  const other = instead[pathname]
  if (other !== undefined)
    return new Response(typeof other === 'string' ? other : Buffer.from(other), { headers })
  const answer = await app.inject({ url: pathname, headers: Object.fromEntries(new Headers(init.headers)) })
  return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
}

/** Opens the page: what it holds is read from the store. */
async function aReader(): Promise<ExamineDeps & { readonly held: Held }> {
  const ways = { store, check: checkWithSubtle, inflate: inflateStream }
  const held = await openHeld({
    ...ways,
    fetch: fetchHere,
    origin,
    time: () => ({ now: clock.now().getTime() + off, run: clock.now().getTime() - started }),
  })
  return { ...ways, held, online: () => online }
}
const say = async (text: string, reader: ExamineDeps) => {
  const { decision } = await examine(text, reader)
  return 'because' in decision ? `${decision.state}: ${decision.because}` : decision.state
}

beforeAll(async () => {
  card = await aCard(platform)
})
beforeEach(() => {
  clock.set('2026-11-23T08:00:00Z')
  online = true
  instead = {}
  asked = []
  off = 0
  store = storeInMemory()
})

describe('a device that was online once', () => {
  it('judges without a connection, and says how old its list is', async () => {
    expect(await (await aReader()).held.refresh()).toEqual({ reached: true, trust: undefined, lists: [] })
    online = false
    const reader = await aReader()
    const { decision } = await examine(card.printed, reader)
    expect(decision).toMatchObject({ state: 'valid', listFrom: clock.now() })
    clock.advance({ hours: 12 })
    expect(await say(card.printed, reader)).toBe('not-fresh')
    clock.advance({ days: 7 })
    expect(await say(card.printed, reader)).toBe('status-unknown: list-expired')
    expect(reader.held.known()['keeper-card']).toMatchObject({ title: { en: 'Keeper’s card' } })
  })

  it('is honest before the next refresh, and right after it', async () => {
    const mine = await aCard(platform)
    const reader = await aReader()
    await reader.held.refresh()
    const first = await examine(mine.printed, reader)
    for (const [to, state] of [
      ['suspended', 'suspended'],
      ['restored', 'valid'],
      ['revoked', 'revoked'],
    ] as const) {
      await mine.change(to)
      const before = (await examineAgain(first, reader)).decision
      expect(before).toMatchObject({ listFrom: clock.now() })
      clock.advance({ seconds: 1 })
      await reader.held.refresh()
      expect((await examineAgain(first, reader)).decision.state).toBe(state)
      expect(await say(mine.live(clock.now()), reader)).toBe(state)
    }
  })

  it('asks for a list that it does not have, as long as it can', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    await store.remove(`list:${origin}/status/1`)
    const anew = await aReader()
    asked = []
    expect(await say(card.printed, anew)).toBe('valid')
    expect(asked).toEqual(['/status/1'])
    await store.remove(`list:${origin}/status/1`)
    online = false
    expect(await say(card.printed, await aReader())).toBe('status-unknown: no-list')
  })
})

describe('a device that was never online', () => {
  it('says that it has no keys, but still what is no code at all', async () => {
    online = false
    const reader = await aReader()
    expect(await reader.held.refresh()).toEqual({ reached: false, lists: [] })
    expect(await say(card.printed, reader)).toBe('no-keys')
    expect(await say('WIFI:T:WPA;S:cafe;;', reader)).toMatch(/^not-genuine/)
  })
})

describe('codes that a phone shows', () => {
  it('are live once, and then a picture', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    const text = card.live(clock.now())
    const { decision } = await examine(text, reader)
    expect(decision).toMatchObject({ state: 'valid', opened: { live: { at: clock.now() } } })
    expect(await say(text, reader)).toBe('not-genuine: replayed')
    clock.advance({ seconds: 20 })
    expect(await say(card.live(clock.now()), reader)).toBe('valid')
  })

  it('are remembered over a restart, for as long as they could be shown again', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    const text = card.live(clock.now())
    await examine(text, reader)
    clock.advance({ seconds: 59 })
    const anew = await aReader()
    await forgetSeen(anew)
    expect(await say(text, anew)).toBe('not-genuine: replayed')
    clock.advance({ seconds: 601 })
    await forgetSeen(anew)
    expect((await store.all('seen:')).size).toBe(0)
    expect(await say(text, anew)).toBe('not-genuine: stale')
  })

  it('are refused without the phone, from another one, and out of time', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    expect(await say(card.copied(), reader)).toBe('not-genuine: not-live')
    expect(await say(card.copied('over-18'), reader)).toBe('not-genuine: not-live')
    clock.advance({ seconds: 90 })
    expect(await say(card.live(new Date('2026-11-23T08:00:00Z')), reader)).toBe('not-genuine: stale')
    expect(await say(card.live(new Date('2026-11-23T08:03:00Z')), reader)).toBe('not-genuine: clock-ahead')
    const brief = await aCard(platform, { lasts: 60 })
    clock.advance({ seconds: 61 })
    expect(await say(brief.live(clock.now()), reader)).toBe('copy-expired')
  })
})

it('whatever a code holds, says so and goes on', async () => {
  const reader = await aReader()
  await reader.held.refresh()
  // Under whose name an address stands does not matter: what is signed is in its path.
  const signed = (text: string) => text.trim().split(/\/(?:V|verify)\//i)[1]
  const cut = fc.tuple(fc.nat(card.printed.length), fc.string({ maxLength: 8 }))
  const near = cut.map(([at, put]) => card.printed.slice(0, at) + put + card.printed.slice(at + put.length))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), near), async (text) => {
      const said = await say(text, reader)
      expect(said === 'valid' ? signed(text) === signed(card.printed) : said.startsWith('not-genuine')).toBe(
        true,
      )
    }),
    { numRuns: 200 },
  )
})

describe('a device’s clock', () => {
  it.each([-10, 10])('%i minutes off is named, and set right by the server’s', async (minutes) => {
    off = minutes * 60_000
    const reader = await aReader()
    await reader.held.refresh()
    expect(minutesOff({ skew: reader.held.skew() ?? 0 })).toBe(-minutes)
    expect(await say(card.live(clock.now()), reader)).toBe('valid')
    // Opened again without a connection, it is not set right, but still named.
    online = false
    const anew = await aReader()
    expect(minutesOff({ skew: anew.held.skew() ?? 0 })).toBe(-minutes)
    const said = await say(card.live(clock.now()), anew)
    expect(said).toBe(minutes < 0 ? 'clock-wrong' : 'not-genuine: stale')
  })

  it('that is set back for an old list is found out by what is held', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    online = false
    off = -3 * 86_400_000
    expect(await say(card.printed, await aReader())).toBe('clock-wrong')
  })
})

describe('what a server answers instead', () => {
  it('an older list is refused, and the one that is held stays', async () => {
    const mine = await aCard(platform)
    await mine.change('revoked')
    const reader = await aReader()
    await reader.held.refresh()
    const uri = `${origin}/status/1`
    const old = await signStatusList(platform.issuers, {
      uri,
      issuedAt: new Date(clock.now().getTime() - 60_000),
      places: 1_000_000,
    })
    instead = { '/status/1': old }
    clock.advance({ hours: 1 })
    expect(await reader.held.refresh()).toMatchObject({
      trust: undefined,
      lists: [{ uri, because: 'older' }],
    })
    expect(await say(mine.printed, reader)).toBe('revoked')
    expect(await say(mine.printed, await aReader())).toBe('revoked')
  })

  it.each([
    ['/status/1', 'not a list', 'malformed'],
    ['/status/1', new Uint8Array(3_000_000), 'too-long'],
  ])('%s that is no list is refused', async (path, answer, because) => {
    const reader = await aReader()
    await reader.held.refresh()
    instead = { [path]: answer }
    expect((await reader.held.refresh()).lists).toMatchObject([{ because }])
    expect(await say(card.printed, reader)).toBe('valid')
  })

  it('the list of another address, or of a strange key, is refused', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    clock.advance({ seconds: 1 })
    const draft = { uri: `${origin}/status/1`, issuedAt: clock.now() }
    for (const [token, because] of [
      [await signStatusList(platform.issuers, { ...draft, uri: `${origin}/status/2` }), 'other-list'],
      [await signStatusList(testKeys(), draft), 'unknown-key'],
      [await signStatusList(platform.issuers, { ...draft, life: 1, issuedAt: new Date(0) }), 'expired'],
    ] as const) {
      instead = { '/status/1': token }
      expect((await reader.held.refresh()).lists).toMatchObject([{ because }])
      expect(await say(card.printed, reader)).toBe('valid')
    }
  })

  it('another root is not followed, though the server shows it as its own', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    const issuers = testKeys()
    instead = {
      [addresses.trustRoot]: JSON.stringify(trustRoot(issuers)),
      [addresses.trustList]: await trustList({ ...platform, issuers }),
    }
    expect((await reader.held.refresh()).trust).toBe('other-root')
    expect((await (await aReader()).held.refresh()).trust).toBe('other-root')
    expect(await say(card.printed, reader)).toBe('valid')
  })

  it('a new root is followed on the word of the old one, and what is held stays good until then', async () => {
    const ring = await openIssuerFile(await mkdtemp(join(tmpdir(), 'root-')))
    const issuers = { ...platform.issuers, root: ring.root, succession: ring.succession, version: () => 1 }
    const shows = async (version: number) => ({
      [addresses.trustRoot]: JSON.stringify(publishedRoot(ring)),
      [addresses.trustList]: await trustList({
        ...platform,
        issuers: { ...issuers, root: ring.root, version: () => version },
      }),
    })
    instead = await shows(1)
    const reader = await aReader()
    expect((await reader.held.refresh()).trust).toBeUndefined()
    await ring.renewRoot({ at: clock.now() })
    await ring.renewRoot({ at: clock.now() })
    instead = await shows(3)
    expect((await reader.held.refresh()).trust).toBeUndefined()
    expect(reader.held.trust()?.version).toBe(3)
    online = false
    const anew = await aReader()
    expect(anew.held.trust()?.version).toBe(3)
    expect(await say(card.printed, anew)).toBe('valid')
    online = true
    instead = { ...instead, [addresses.trustRoot]: JSON.stringify(trustRoot(testKeys())) }
    expect((await (await aReader()).held.refresh()).trust).toBeUndefined()
    await ring.renewRoot({ at: clock.now() })
    instead = { ...(await shows(4)), [addresses.trustRoot]: JSON.stringify(trustRoot(ring)) }
    expect((await anew.held.refresh()).trust).toBe('other-root')
    expect(await say(card.printed, anew)).toBe('valid')
  })

  it('a version of the keys that went down is not followed', async () => {
    const issuers = { ...platform.issuers, version: () => 5 }
    instead = { [addresses.trustList]: await trustList({ ...platform, issuers }) }
    await (await aReader()).held.refresh()
    instead = {}
    const reader = await aReader()
    expect((await reader.held.refresh()).trust).toBe('version-down')
    expect(await say(card.printed, reader)).toBe('valid')
  })

  it('a key that is withdrawn takes its lists with it', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    const others = testKeys()
    const issuers = { ...platform.issuers, version: () => 2, trusted: () => others.trusted() }
    instead = { [addresses.trustList]: await trustList({ ...platform, issuers }) }
    expect(await reader.held.refresh()).toMatchObject({ lists: [{ because: 'unknown-key' }] })
    expect(await say(card.printed, reader)).toBe('not-genuine: unknown-key')
    expect(await reader.held.lists()).toEqual([])
  })

  it('nothing at all leaves everything as it was', async () => {
    const reader = await aReader()
    await reader.held.refresh()
    instead = Object.fromEntries(Object.values(addresses).map((path) => [path, '']))
    expect((await reader.held.refresh()).reached).toBe(false)
    expect(await say(card.printed, reader)).toBe('valid')
  })
})
