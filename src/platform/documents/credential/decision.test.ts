import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { err, ok } from '#kernel/result.ts'
import type { CodeClaims } from './claims.ts'
import { type Decision, decide, type Evidence } from './decision.ts'
import { flaws } from './flaw.ts'
import type { Opened } from './opened.ts'
import type { StatusList } from './status-list.ts'

const at = new Date('2026-03-01T12:00:00Z')
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
const claims: CodeClaims = {
  issuer: 'https://diwan.example',
  issuedAt: hours(-48),
  validFrom: day('2026-02-01'),
  validUntil: day('2027-01-31'),
  document: 'driving-licence',
  number: 'DL-1',
  name: { ar: 'نورة', en: 'Noura' },
  status: { uri: 'https://diwan.example/status/1', index: 4 },
}
const opened = (change: Partial<CodeClaims> = {}): Opened => ({
  claims: { ...claims, ...change },
  keyId: new Uint8Array(8),
})
/** Five places: good, ended, suspended, other, good. */
const list = (change: Partial<StatusList> = {}): StatusList => ({
  uri: claims.status.uri,
  issuedAt: hours(-1),
  freshUntil: hours(11),
  expiresAt: hours(167),
  bits: 2,
  bytes: Uint8Array.from([0b11_10_01_00, 0]),
  ...change,
})
const place = (index: number) => ({ status: { ...claims.status, index } })
const evidence: Evidence = { opened: ok(opened()), replayed: false, list: list(), newest: hours(-1), at }
const stale = list({ issuedAt: hours(-20), freshUntil: hours(-8) })
const over = list({ issuedAt: hours(-200), freshUntil: hours(-188), expiresAt: hours(-32) })

const cases: [string, Partial<Evidence>, Decision['state'], string?][] = [
  ['genuine, in time, good on a fresh list', {}, 'valid'],
  ['on a list past its ttl', { list: stale }, 'not-fresh'],
  ['at the very end of that ttl', { list: list({ freshUntil: at }) }, 'not-fresh'],
  ['without a list', { list: undefined }, 'status-unknown', 'no-list'],
  ['on a list past its end', { list: over }, 'status-unknown', 'list-expired'],
  [
    'at the very end of it',
    { list: list({ expiresAt: at, freshUntil: at }) },
    'status-unknown',
    'list-expired',
  ],
  [
    'with a value that means nothing to us',
    { opened: ok(opened(place(3))) },
    'status-unknown',
    'strange-status',
  ],
  ['suspended', { opened: ok(opened(place(2))) }, 'suspended'],
  ['suspended, on an old list', { opened: ok(opened(place(2))), list: over }, 'suspended'],
  ['taken back', { opened: ok(opened(place(1))) }, 'revoked'],
  ['taken back, on a list past its end', { opened: ok(opened(place(1))), list: over }, 'revoked'],
  [
    'taken back and expired',
    { opened: ok(opened({ ...place(1), validUntil: day('2026-02-28') })) },
    'revoked',
  ],
  ['beyond the list', { opened: ok(opened(place(8))) }, 'not-found'],
  ['on its last day', { opened: ok(opened({ validUntil: day('2026-03-01') })) }, 'valid'],
  ['expired', { opened: ok(opened({ validUntil: day('2026-02-28') })) }, 'expired'],
  [
    'expired, without a list',
    { opened: ok(opened({ validUntil: day('2026-02-28') })), list: undefined },
    'expired',
  ],
  ['not yet valid', { opened: ok(opened({ validFrom: day('2026-03-02') })) }, 'not-yet-valid'],
  ['a copy that has lapsed', { opened: ok(opened({ ends: hours(-1) })) }, 'copy-expired'],
  ['shown a second time', { replayed: true }, 'not-genuine', 'replayed'],
  [
    'shown a second time, and taken back',
    { replayed: true, opened: ok(opened(place(1))) },
    'not-genuine',
    'replayed',
  ],
  ['without any keys', { opened: undefined, list: undefined }, 'no-keys'],
  ['by a clock that is slow', { newest: hours(1) }, 'clock-wrong'],
  ['by a clock that is two minutes slow', { newest: new Date(at.getTime() + 120_000) }, 'valid'],
  ['taken back, by a clock that is slow', { newest: hours(1), opened: ok(opened(place(1))) }, 'revoked'],
  ['signed in the future of a slow clock', { newest: hours(1), opened: err('clock-ahead') }, 'clock-wrong'],
  [
    'signed in the future of a clock that is right',
    { opened: err('clock-ahead') },
    'not-genuine',
    'clock-ahead',
  ],
  [
    'changed, whatever the clock says',
    { newest: hours(1), opened: err('tampered') },
    'not-genuine',
    'tampered',
  ],
]

describe('what a reader says of a code', () => {
  it.each(cases)('%s', (_, change, state, because) => {
    const decision = decide({ ...evidence, ...change })
    expect(decision.state).toBe(state)
    if (because) expect(decision).toMatchObject({ because })
  })

  it.each(flaws)('refuses it for being %s', (flaw) => {
    expect(decide({ ...evidence, opened: err(flaw) })).toEqual({ state: 'not-genuine', because: flaw })
  })

  it('says from when the list is', () => {
    expect(decide(evidence)).toMatchObject({ listFrom: hours(-1) })
    expect(decide({ ...evidence, list: over })).toMatchObject({ listFrom: hours(-200) })
  })

  it('is never green without a list that has not expired, whatever else is there', () => {
    const lists = [undefined, over, list({ expiresAt: at })]
    const times = [opened(), opened({ validUntil: undefined }), opened({ ends: hours(9) }), opened(place(2))]
    for (const held of lists)
      for (const one of times)
        for (const newest of [undefined, hours(-1), hours(5)]) {
          const { state } = decide({ ...evidence, opened: ok(one), list: held, newest })
          expect(['valid', 'not-fresh']).not.toContain(state)
        }
  })
})
