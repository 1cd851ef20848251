import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { system } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { transact } from '#platform/database/transact.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { restore, revoke, suspend } from './change-state.ts'
import { liveDraft, liveMessage } from './credential/live.ts'
import { codeAddress, packedIn } from './credential/qr.ts'
import { open, unpack } from './cwt.ts'
import type { DocumentDefinition } from './document.ts'
import { drawDocument } from './draw.ts'
import type { IssuedDocument } from './issued.ts'
import { type SealedView, sealViews } from './seal-views.ts'
import { endPlace } from './status.ts'
import { verifyCode } from './verify.ts'

let test: TestPlatform
let card: DocumentDefinition
let document: IssuedDocument
const phone = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const device = pointOf(phone.publicKey)
beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../fixtures', import.meta.url).pathname),
  })
  await createLanterns(test.db)
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  const keeper = await aPerson(test.db)
  await test.db
    .insertInto('lantern')
    .values({ person_id: keeper, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  const found = test.platform.catalogue.document('keeper-card')
  const drawn = found && (await drawDocument(test.platform, found, keeper, 'self'))
  if (!found || !drawn) throw new Error('missing')
  ;[card, document] = [found, drawn]
})

function pointOf(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')])
}

const ends = new Date('2026-12-23T08:00:00Z')
const views = (): Promise<readonly SealedView[]> =>
  transact(test.db, (tx) =>
    sealViews(tx, test.platform, { document, definition: card, device, ends, at: test.clock.now() }),
  )
/** The address that the phone shows now. */
function shown({ packed }: SealedView, at = test.clock.now()): string {
  const credential = unpack(packed)
  if (!credential.ok) throw new Error(credential.error)
  const draft = liveDraft(credential.value, at)
  const signature = sign('sha256', draft.toSign, { key: phone.privateKey, dsaEncoding: 'ieee-p1363' })
  return codeAddress('https://diwan.example', deflateSync(liveMessage(draft, signature)))
}
const verify = (read: string, reader = 'counter') =>
  verifyCode(test.platform, read, { at: test.clock.now(), reader })
const pick = (all: readonly SealedView[], name?: string): SealedView => {
  const found = all.find(({ view }) => view === name)
  if (!found) throw new Error(`no view ${name}`)
  return found
}
const change = () => ({
  person: document.person,
  id: document.id,
  reason: { ar: 'للاختبار.', en: 'For the test.' },
  by: system('test'),
  at: test.clock.now(),
})

describe('the copies for a device', () => {
  it('are the whole document with its face, and each view with no more than it shows', async () => {
    const all = await views()
    expect(all.map(({ view }) => view)).toEqual([undefined, 'over-18'])
    const [whole, over18] = await Promise.all(
      all.map(async (one) => {
        const credential = unpack(one.packed)
        const trusted = test.platform.issuers.trusted()
        const packed = codeToBytes(shown(one))
        const opened = await open(packed, trusted, test.clock.now())
        if (!credential.ok || !opened.ok) throw new Error('does not open')
        return opened.value.claims
      }),
    )
    expect(whole).toMatchObject({ number: document.number, birth: '1991-03-14', extra: { kept: '1' }, ends })
    expect(whole?.face?.length).toBeGreaterThan(300)
    expect(over18).toMatchObject({ view: 'over-18', extra: { over18: 'y' }, device, ends })
    expect([over18?.name, over18?.number, over18?.birth]).toEqual([undefined, undefined, undefined])
    expect(over18?.face).toEqual(whole?.face)
    expect(new Set(all.map(({ place }) => place.place)).size).toBe(2)
  })

  it('are shown live, and answer the one question alone', async () => {
    const all = await views()
    expect(await verify(shown(pick(all)))).toMatchObject({
      state: 'valid',
      live: true,
      shown: { numberTail: document.number.slice(-4) },
    })
    const asked = await verify(shown(pick(all, 'over-18')))
    expect(asked).toEqual({
      state: 'valid',
      live: true,
      shown: {
        title: { ar: 'هل بلغ الثامنة عشرة؟', en: 'Over 18?' },
        issuer: card.issuer,
        answers: [{ label: { ar: 'بلغ الثامنة عشرة', en: 'Over 18' }, value: { ar: 'نعم', en: 'Yes' } }],
        validFrom: '2026-11-23',
      },
    })
  })

  it('are suspended, restored and taken back with the document', async () => {
    const whole = pick(await views())
    await transact(test.db, (tx) => suspend(tx, change()))
    expect(await verify(shown(whole))).toMatchObject({ state: 'suspended' })
    await transact(test.db, (tx) => restore(tx, change()))
    test.clock.advance({ seconds: 20 })
    expect(await verify(shown(whole))).toMatchObject({ state: 'valid' })
    await transact(test.db, (tx) => revoke(tx, change()))
    test.clock.advance({ seconds: 20 })
    expect(await verify(shown(whole))).toMatchObject({ state: 'revoked' })
  })

  it('are taken back by themselves when the phone is lost, and stay so', async () => {
    const lost = pick(await views())
    await transact(test.db, (tx) => endPlace(tx, lost.place))
    expect(await verify(shown(lost))).toMatchObject({ state: 'copy-ended' })
    await transact(test.db, (tx) => suspend(tx, change()))
    await transact(test.db, (tx) => restore(tx, change()))
    test.clock.advance({ seconds: 20 })
    expect(await verify(shown(lost))).toMatchObject({ state: 'copy-ended' })
    expect(await verify(shown(pick(await views())))).toMatchObject({ state: 'valid' })
  })

  it('run out by themselves', async () => {
    const whole = pick(await views())
    test.clock.set('2026-12-23T08:00:01Z')
    expect(await verify(shown(whole))).toMatchObject({ state: 'copy-expired' })
  })

  it('begin suspended when the document is', async () => {
    await transact(test.db, (tx) => suspend(tx, change()))
    document = { ...document, state: 'suspended' }
    const whole = pick(await views())
    await transact(test.db, (tx) => restore(tx, change()))
    expect(await verify(shown(whole))).toMatchObject({ state: 'valid' })
  })
})

describe('a live code', () => {
  it('is good for one reader, however often that one looks', async () => {
    const code = shown(pick(await views()))
    expect(await verify(code)).toMatchObject({ state: 'valid' })
    expect(await verify(code)).toMatchObject({ state: 'valid' })
    expect(await verify(code, 'elsewhere')).toEqual({ state: 'not-genuine', because: 'replayed' })
    test.clock.advance({ seconds: 20 })
    expect(await verify(shown(pick(await views())), 'elsewhere')).toMatchObject({ state: 'valid' })
  })

  it('is the same code with its signature turned around, as its curve allows', async () => {
    const one = pick(await views())
    const credential = unpack(one.packed)
    if (!credential.ok) throw new Error(credential.error)
    const draft = liveDraft(credential.value, test.clock.now())
    const signature = sign('sha256', draft.toSign, { key: phone.privateKey, dsaEncoding: 'ieee-p1363' })
    const [first, second] = [signature, turned(signature)].map((it) =>
      codeAddress('https://diwan.example', deflateSync(liveMessage(draft, it))),
    )
    expect(await verify(first ?? '')).toMatchObject({ state: 'valid' })
    expect(await verify(second ?? '', 'elsewhere')).toEqual({ state: 'not-genuine', because: 'replayed' })
  })

  it('is forgotten once it is stale', async () => {
    await test.db.deleteFrom('live_code_seen').execute()
    await verify(shown(pick(await views())))
    test.clock.advance({ minutes: 2 })
    await test.db
      .insertInto('live_code_seen')
      .values({
        code: createHash('sha256').update('fresh').digest('base64url'),
        reader: 'r',
        until: ends,
      })
      .execute()
    const { tasks } = await import('./tasks.ts')
    await tasks['documents.forget-live-codes']?.(test.platform, {}, { last: true })
    const left = await test.db.selectFrom('live_code_seen').select('until').execute()
    expect(left).toEqual([{ until: ends }])
  })
})

it('a code whose place is another document’s is refused', async () => {
  const mine = pick(await views())
  const other = await transact(test.db, (tx) =>
    sealViews(tx, test.platform, {
      document: { ...document, number: 'LK-1448-999999-9' },
      definition: card,
      at: test.clock.now(),
    }),
  )
  expect(await verify(codeAddress('https://diwan.example', pick(other).packed))).toEqual({
    state: 'not-genuine',
    because: 'wrong-place',
  })
  expect(await verify(shown(mine))).toMatchObject({ state: 'valid' })
})

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** The other signature that P-256 takes for the same message: s becomes n − s. */
function turned(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`)
  return Uint8Array.from([
    ...signature.subarray(0, 32),
    ...Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex'),
  ])
}

function codeToBytes(address: string): Uint8Array {
  const packed = packedIn(address)
  if (!packed.ok) throw new Error(packed.error)
  return packed.value
}
