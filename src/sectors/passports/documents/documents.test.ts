import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import { heldDocuments } from '#platform/documents/held.ts'
import { documentsOf, stateOn } from '#platform/documents/issued.ts'
import { sealViews } from '#platform/documents/seal-views.ts'
import { verifyByNumber } from '#platform/documents/verify.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aCrossing, aResidency, aTravelPermit, aVisa } from '#tests/support/passports.ts'
import { aChild, aFamily, aPassport, aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { acceptPapers } from '../registry/papers.ts'
import { enterBooklet } from '../registry/passports.ts'
import { decideResidency, renewResidency, residencyOf } from '../registry/residency.ts'

let test: TestPlatform
let today: Day

beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
})

const held = async (person: PersonNumber) =>
  (await heldDocuments(test.platform, person)).map((one) => one.definition.name).sort()

async function drawn(name: string, person: PersonNumber, subject = 'self') {
  const definition = test.platform.catalogue.document(name)
  if (!definition) throw new Error(`no document ${name}`)
  const document = await drawDocument(test.platform, definition, person, subject)
  if (!document) throw new Error(`no ${name}`)
  return document
}

const follow = (person: PersonNumber) =>
  transact(test.db, (tx) => followRegistry(tx, test.platform, [person], test.clock.now()))
const states = async (person: PersonNumber) =>
  (await documentsOf(test.db, person)).map((one) => stateOn(one, today))

async function aResident(row: Parameters<typeof aResidency>[2] = {}) {
  const person = await aPerson(test.db, { kind: 'resident' })
  await aResidency(test, person, row)
  return person
}

describe('the resident ID', () => {
  it('is carried by every resident, under their own number, with what the permit says', async () => {
    const head = await aResident()
    const resident = await aResident({ kind: 'dependant', sponsor_id: head })
    expect(await held(resident)).toEqual(['resident-id'])
    const card = await drawn('resident-id', resident)
    expect(card).toMatchObject({ number: resident, validUntil: addDays(today, 300), state: 'valid' })
    expect(card.content.portrait).toMatchObject({ sex: 'male', child: false })
    expect(card.content.facts.map((one) => one.key)).toEqual([
      'nationality',
      'occupation',
      'sponsor',
      'born',
      'place',
      'issued',
      'expires',
    ])
    expect(card.content.facts[2]).toMatchObject({
      label: { en: 'Head of family' },
      value: { text: { en: 'Salem Alrayhani' } },
    })
    expect(await verifyByNumber(test.db, card.number, card.code, test.clock.now())).toMatchObject({
      state: 'valid',
    })
  })

  it('answers “over 18?” and “residency valid?” without saying more', async () => {
    const resident = await aResident()
    const document = await drawn('resident-id', resident)
    const definition = test.platform.catalogue.document('resident-id')
    if (!definition) throw new Error('missing')
    const showings = await transact(test.db, (tx) =>
      sealViews(tx, test.platform, { document, definition, at: test.clock.now() }),
    )
    expect(showings.map((one) => one.view)).toEqual([undefined, 'over-18', 'residency-valid'])
    const claims = { holderName: { ar: '', en: '' }, validFrom: today, validUntil: today, facts: [] }
    const answers = (birth: string, on: Day) =>
      definition.views?.map((view) => view.answer({ ...claims, birth: day(birth) }, on))
    expect(answers('2008-11-23', day('2026-11-23'))).toEqual([{ over18: 'y' }, { residency: 'y' }])
    expect(answers('2008-11-24', day('2026-11-23'))).toEqual([{ over18: 'n' }, { residency: 'y' }])
    expect(answers('1990-01-01', addDays(today, 1))).toEqual([{ over18: 'y' }, undefined])
  })

  it('is replaced when the permit is renewed, suspended and restored with it, and ends with it', async () => {
    const resident = await aResident({ expires: 5 })
    await drawn('resident-id', resident)
    const permit = await residencyOf(test.db, resident)
    const at = test.clock.now()
    if (!permit) throw new Error('no permit')
    await transact(test.db, (tx) => renewResidency(tx, permit, { until: addDays(today, 370), at }))
    await follow(resident)
    expect(await states(resident)).toEqual(['valid', 'superseded'])
    const reason = { ar: 'بأمر المحكمة.', en: 'By order of a court.' }
    await transact(test.db, (tx) => decideResidency(tx, resident, { state: 'suspended', reason, at }))
    await follow(resident)
    expect(await states(resident)).toEqual(['suspended', 'superseded'])
    expect((await inboxOf(test, resident)).join()).toContain('By order of a court.')
    await transact(test.db, (tx) => decideResidency(tx, resident, { state: 'valid', at }))
    await follow(resident)
    expect(await states(resident)).toEqual(['valid', 'superseded'])
    await transact(test.db, (tx) => decideResidency(tx, resident, { state: 'cancelled', reason, at }))
    await follow(resident)
    expect(await states(resident)).toEqual(expect.arrayContaining(['revoked', 'superseded']))
    expect(await held(resident)).toEqual([])
  })

  it('runs out by its date, and stays in the hand until it is renewed', async () => {
    const resident = await aResident({ expires: -1 })
    const card = await drawn('resident-id', resident)
    expect(stateOn(card, today)).toBe('expired')
    expect(await held(resident)).toEqual(['resident-id'])
  })

  it('of who leaves for good is taken back at the border', async () => {
    const resident = await aResident()
    await drawn('resident-id', resident)
    await aVisa(test, resident, { kind: 'final-exit', duration_days: null })
    await aCrossing(test, resident, 'exit')
    await test.runJobs()
    expect(await states(resident)).toEqual(['revoked'])
  })

  it('is nobody’s without a permit', async () => {
    expect(await held(await aPerson(test.db))).toEqual([])
    expect(await held(await aPerson(test.db, { kind: 'resident' }))).toEqual([])
  })
})

describe('the card of a child', () => {
  async function aResidentChild(parents: { father: boolean; mother: boolean }) {
    const family = await aFamily(test.db, { kind: 'resident' })
    if (parents.father) await aResidency(test, family.father)
    if (parents.mother)
      await aResidency(test, family.mother, { kind: 'dependant', sponsor_id: family.father })
    const child = await aChild(test.db, family, { kind: 'resident', born: day('2019-05-05') })
    await aResidency(test, child, { kind: 'dependant', sponsor_id: family.father })
    return { ...family, child }
  }

  it('stands on the papers of both parents in the registry, and asks for no copies', async () => {
    const { child } = await aResidentChild({ father: true, mother: true })
    expect(await held(child)).toEqual(['resident-id'])
    expect((await drawn('resident-id', child)).content.portrait?.child).toBe(true)
  })

  it('waits for the papers of a parent that no registry holds, and comes once they are accepted', async () => {
    const { child } = await aResidentChild({ father: true, mother: false })
    expect(await held(child)).toEqual([])
    await transact(test.db, (tx) =>
      acceptPapers(tx, { child, parent: 'mother', on: today, request: crypto.randomUUID() }),
    )
    expect(await held(child)).toEqual(['resident-id'])
  })

  it('does not wait for a parent who has died', async () => {
    const { child, mother } = await aResidentChild({ father: true, mother: false })
    await test.db
      .updateTable('person')
      .set({ alive: false, died_on: today })
      .where('person_id', '=', mother)
      .execute()
    expect(await held(child)).toEqual(['resident-id'])
  })
})

describe('the passport', () => {
  const booklet = (
    person: PersonNumber,
    number: Awaited<ReturnType<typeof aPassport>>,
    state: 'issued' | 'lost',
  ) =>
    enterBooklet(test.db, {
      person_id: person,
      nationality: 'SAU',
      number,
      kind: 'ordinary',
      state,
      place_ar: 'جوازات الرياض',
      place_en: 'Riyadh Passports',
      activated_on: null,
      changed_at: test.clock.now(),
    })

  it('of another country is shown to who holds it here', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    const number = await aPassport(test.db, visitor, { nationality: 'TUR' })
    const [one] = await heldDocuments(test.platform, visitor)
    expect(one?.claims).toMatchObject({ number, qr: { nat: 'TUR' } })
    expect(one?.claims.suspended).toBeUndefined()
  })

  it('of the Kingdom is not to be relied on before it is active, and not shown once it is lost', async () => {
    const citizen = await aPerson(test.db)
    await booklet(citizen, await aPassport(test.db, citizen, { nationality: 'SAU' }), 'issued')
    const [one] = await heldDocuments(test.platform, citizen)
    expect(one?.claims.suspended?.en).toContain('not active yet')
    const other = await aPerson(test.db)
    await booklet(other, await aPassport(test.db, other, { nationality: 'SAU' }), 'lost')
    expect(await held(other)).toEqual([])
  })
})

describe('visas and permits to travel', () => {
  it('are carried while they are good, and run out in silence when the journey is over', async () => {
    const resident = await aResident()
    await aVisa(test, resident, { kind: 'exit-reentry' })
    expect(await held(resident)).toEqual(['resident-id', 'visa'])
    const visa = (await heldDocuments(test.platform, resident)).find((one) => one.definition.name === 'visa')
    if (!visa) throw new Error('no visa')
    await drawn('visa', resident, visa.subjectId)
    await aCrossing(test, resident, 'exit', 3)
    await aCrossing(test, resident, 'entry', 1)
    await test.runJobs()
    expect(await held(resident)).toEqual(['resident-id'])
    expect(await states(resident)).toEqual(['expired', 'superseded'])
    expect(await inboxOf(test, resident)).toEqual([])
  })

  it('of a child are used up without a word to anybody', async () => {
    const { father, mother, children } = await aFamily(test.db, { children: [day('2012-01-01')] })
    const [child] = children
    if (!child) throw new Error('no child')
    const permit = await aTravelPermit(test, child, { issued_by: father })
    const card = await drawn('travel-permit', child, permit)
    expect(card.content.facts.find((one) => one.key === 'by')).toMatchObject({
      value: { text: { en: 'Salem Alrayhani' } },
    })
    await aCrossing(test, child, 'exit')
    await test.runJobs()
    test.clock.advance({ days: 1 })
    await follow(child)
    expect((await documentsOf(test.db, child)).map((one) => stateOn(one, addDays(today, 1)))).toEqual([
      'expired',
      'superseded',
    ])
    for (const one of [father, mother, child]) expect(await inboxOf(test, one)).toEqual([])
    test.clock.advance({ days: -1 })
  })
})

describe('the visitor’s card', () => {
  it('is there from the entry to the exit, under the border number', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    await aVisa(test, visitor)
    expect(await held(visitor)).toEqual(['visa'])
    await aCrossing(test, visitor, 'entry', 2)
    expect(await held(visitor)).toEqual(['visa', 'visitor-id'])
    expect(await drawn('visitor-id', visitor)).toMatchObject({
      number: visitor,
      validUntil: addDays(today, 28),
    })
    await aCrossing(test, visitor, 'exit', 1)
    await test.runJobs()
    expect(await held(visitor)).toEqual([])
    expect((await documentsOf(test.db, visitor)).map((one) => one.state)).toEqual(['revoked'])
  })
})
