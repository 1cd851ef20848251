import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { system } from '#platform/authority/principal.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { revoke } from './change-state.ts'
import { bareCode, codeAddress, longestOnPaper, qrVersion } from './credential/qr.ts'
import { open } from './cwt.ts'
import { type DocumentClaims, document } from './document.ts'
import { type IssueDeps, issue } from './issue.ts'
import { documentsOf, findDocument } from './issued.ts'
import { openIssuerFile } from './keys/ring.ts'
import { stateAt, statusList } from './status-list.ts'
import { verifyByNumber, verifyCode } from './verify.ts'

const at = new Date('2026-11-23T08:00:00Z')
const origin = 'https://diwan.example'
const permit = (claims: Partial<DocumentClaims> | undefined = {}) =>
  document('specimen-permit', {
    sector: 'specimen',
    title: { ar: 'تصريح نموذجي', en: 'Specimen permit' },
    issuer: { ar: 'إدارة النماذج', en: 'Office of Specimens' },
    look: { kind: 'certificate', accent: '#0f5c4c' },
    prefix: 'SP',
    codeWords: { note: { label: { ar: 'ملاحظة', en: 'Note' } } },
    claims: async (_context, _person, subjectId) =>
      subjectId === 'nothing'
        ? undefined
        : {
            holderName: { ar: 'سالم آل مثال', en: 'Salem Al Mithal' },
            validFrom: day('2026-11-23'),
            validUntil: day('2027-11-22'),
            facts: [{ key: 'class', label: { ar: 'الفئة', en: 'Class' }, value: v.plain('B') }],
            ...claims,
          },
  })

let db: Db
let deps: IssueDeps
let person: PersonNumber
beforeAll(async () => {
  ;({ db } = await testDatabase())
  deps = { issuers: await openIssuerFile(await mkdtemp(join(tmpdir(), 'issue-'))), config: { origin } }
})
beforeEach(async () => {
  person = await aPerson(db)
})

const issued = (subjectId = 'self', definition = permit(), when = at) =>
  transact(db, (tx) => issue(tx, deps, { definition, person, subjectId, at: when }))
const verify = (read: string, when = at) =>
  verifyCode({ db, issuers: deps.issuers, catalogue: noCatalogue }, read, { at: when, reader: 'counter' })
const stateOf = async (packed: Uint8Array, when = at) =>
  (await verify(codeAddress(origin, packed), when)).state
const bit = async (id: string) => {
  const { status_list: list, status_index: place } = await db
    .selectFrom('issued_document')
    .select(['status_list', 'status_index'])
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return stateAt((await statusList(db, list, at))?.bytes ?? new Uint8Array(), place)
}

describe('issuing', () => {
  it('keeps what was printed under the holder, with a number of its own when the registry has none', async () => {
    const document = await issued()
    expect(document.number).toMatch(/^SP-1448-/)
    expect(await documentsOf(db, person)).toEqual([document])
    expect(await findDocument(db, person, document.id)).toEqual(document)
    expect(await findDocument(db, await aPerson(db), document.id)).toBeUndefined()
    expect(await findDocument(db, person, 'no-id')).toBeUndefined()
  })

  it('ends the earlier one about the same subject, and no other', async () => {
    const [first, other] = [await issued('car-1'), await issued('car-2')]
    const second = await issued('car-1')
    expect(await Promise.all([first, other, second].map((one) => stateOf(one.packed)))).toEqual([
      'superseded',
      'valid',
      'valid',
    ])
    expect([await bit(first.id), await bit(other.id), await bit(second.id)]).toEqual([1, 0, 0])
  })

  it('leaves one valid document when many are issued at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => issued()))
    expect(
      (await documentsOf(db, person)).map((one) => one.state).filter((state) => state === 'valid'),
    ).toHaveLength(1)
  })

  it('writes nothing when the registry holds nothing', async () => {
    await expect(issued('nothing')).rejects.toThrow('holds no specimen-permit')
    expect(await documentsOf(db, person)).toEqual([])
  })

  it('opens the next list when one is crowded', async () => {
    await db.insertInto('status_list').values({ id: 900, size: 1 }).execute()
    const places = [await issued('a'), await issued('b')].map((one) => one.id)
    const lists = await db
      .selectFrom('issued_document')
      .select('status_list')
      .where('person_id', '=', person)
      .where('id', 'in', places)
      .orderBy('status_list')
      .execute()
    expect(lists.map((row) => row.status_list)).toEqual([900, 901])
    await db.deleteFrom('status_list').where('id', '>=', 900).execute()
  })
})

describe('a code', () => {
  it('shows the least that serves', async () => {
    const { packed, number } = await issued()
    expect(await verify(bareCode(packed))).toEqual({
      state: 'valid',
      shown: {
        title: { ar: 'تصريح نموذجي', en: 'Specimen permit' },
        issuer: { ar: 'إدارة النماذج', en: 'Office of Specimens' },
        holder: { ar: 'سالم آل مثال', en: 'Salem Al Mithal' },
        numberTail: number.slice(-4),
        validFrom: '2026-11-23',
        validUntil: '2027-11-22',
      },
    })
  })

  it('lives in its time', async () => {
    const { packed } = await issued()
    expect(await stateOf(packed, new Date('2026-11-22T20:00:00Z'))).toBe('not-yet-valid')
    expect(await stateOf(packed, new Date('2027-11-22T20:00:00Z'))).toBe('valid')
    expect(await stateOf(packed, new Date('2027-11-22T21:00:00Z'))).toBe('expired')
  })

  it('says when it was taken back, once and for all', async () => {
    const { id, packed } = await issued()
    const ask = { person, id, reason: { ar: 'فُقدت', en: 'Reported lost' }, by: system('test'), at }
    expect(await transact(db, (tx) => revoke(tx, ask))).toBe(true)
    expect(await transact(db, (tx) => revoke(tx, ask))).toBe(false)
    expect([await stateOf(packed), await bit(id)]).toEqual(['revoked', 1])
  })

  it('of another issuer, or one of ours that is not on record, is not confirmed', async () => {
    const elsewhere = await openIssuerFile(await mkdtemp(join(tmpdir(), 'elsewhere-')))
    const forged = await transact(db, (tx) =>
      issue(tx, { ...deps, issuers: elsewhere }, { definition: permit(), person, subjectId: 'self', at }),
    )
    expect(await stateOf(forged.packed)).toBe('not-genuine')
    const { packed } = await issued()
    await db.deleteFrom('document_status').where('person_id', '=', person).execute()
    expect(await stateOf(packed)).toBe('not-found')
  })
})

describe('a printed code', () => {
  const portrait = { seed: 'printed', sex: 'male', child: false } as const
  /** Letters that do not shrink, so that the code grows with them. */
  const said = (length: number) =>
    permit({ portrait, qr: { note: randomBytes(length).toString('base64url').slice(0, length) } })
  const read = async (packed: Uint8Array) => {
    const opened = await open(packed, deps.issuers.trusted(), at)
    if (!opened.ok) throw new Error(opened.error)
    return { face: opened.value.claims.face, version: qrVersion(codeAddress(origin, packed)) }
  }

  it('has the face in it as long as paper can bear that, and does without it then', async () => {
    const usual = await read((await issued('usual', said(10))).packed)
    expect(usual.face?.length).toBeGreaterThan(300)
    const crowded = await read((await issued('crowded', said(400))).packed)
    expect(crowded.face).toBeUndefined()
    for (const { version } of [usual, crowded]) expect(version).toBeLessThanOrEqual(25)
  })

  it('is at the bound where it is said to be', () => {
    expect(qrVersion('A'.repeat(longestOnPaper))).toBe(25)
    expect(qrVersion('A'.repeat(longestOnPaper + 1))).toBe(26)
  })
})

describe('a number and its six characters', () => {
  it('find it however they are written', async () => {
    const { number, code } = await issued('self', permit({ number: 'SP-12 34' }))
    for (const typed of [number, 'sp1234', 'SP-١٢٣٤'])
      expect((await verifyByNumber(db, typed, ` ${code.toLowerCase()} `, at)).state).toBe('valid')
  })

  it('are both needed', async () => {
    const { number, code } = await issued()
    for (const [n, c] of [
      [number, 'ZZZZZZ'],
      ['SP-9', code],
      ['', ''],
      ['\0', '\0'],
      [`${number}%`, code.slice(0, 5)],
    ] as const)
      expect(await verifyByNumber(db, n, c, at)).toEqual({ state: 'not-found' })
  })
})
