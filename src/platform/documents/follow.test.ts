import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { transact } from '#platform/database/transact.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { followLater } from '#platform/jobs/follow-later.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'
import { inboxOf, smsTo } from '#tests/support/service.ts'
import type { DocumentDefinition } from './document.ts'
import { drawDocument } from './draw.ts'
import { followRegistry } from './follow.ts'
import { carriedBy, heldDocuments } from './held.ts'
import { documentsOf, type IssuedDocument } from './issued.ts'
import { takePlace } from './status.ts'
import { stateAt, statusList } from './status-list.ts'

let test: TestPlatform
let card: DocumentDefinition
let keeper: PersonNumber
let out: IssuedDocument
beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../fixtures', import.meta.url).pathname),
  })
  await createLanterns(test.db)
  const found = test.platform.catalogue.document('keeper-card')
  if (!found) throw new Error('missing')
  card = found
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  keeper = await aPerson(test.db)
  await aLantern(keeper)
  out = await drawn(keeper)
})

const aLantern = (person: PersonNumber, id = 'L1') =>
  test.db
    .insertInto('lantern')
    .values({ person_id: person, id, lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
const light = (lit: boolean) =>
  test.db.updateTable('lantern').set({ lit }).where('person_id', '=', keeper).execute()
const dies = () =>
  test.db
    .updateTable('person')
    .set({ alive: false, died_on: day('2026-11-22') })
    .where('person_id', '=', keeper)
    .execute()
const noLanterns = () => test.db.deleteFrom('lantern').where('person_id', '=', keeper).execute()

async function drawn(person: PersonNumber): Promise<IssuedDocument> {
  const document = await drawDocument(test.platform, card, person, 'self')
  if (!document) throw new Error('nothing drawn')
  return document
}

const follow = () => transact(test.db, (tx) => followRegistry(tx, test.platform, [keeper], test.clock.now()))
const states = async () => (await documentsOf(test.db, keeper)).map(({ state }) => state)
/** What the lists say of every place of a document. */
const placesOf = async ({ id }: IssuedDocument) => {
  const places = await test.db
    .selectFrom('document_status')
    .select(['list', 'place'])
    .where('document_id', '=', id)
    .execute()
  return Promise.all(
    places.map(async ({ list, place }) => {
      const { bytes } = (await statusList(test.db, list, test.clock.now())) ?? {}
      return bytes && stateAt(bytes, place)
    }),
  )
}

describe('what is out', () => {
  it('stays as it is while the registry says the same, whatever the day', async () => {
    test.clock.advance({ days: 40 })
    await follow()
    expect((await documentsOf(test.db, keeper)).map(({ id, state }) => [id, state])).toEqual([
      [out.id, 'valid'],
    ])
    expect(await inboxOf(test, keeper)).toEqual([])
  })

  it('is replaced when the registry says something else', async () => {
    await aLantern(keeper, 'L2')
    await follow()
    await follow()
    expect(await states()).toEqual(['valid', 'superseded'])
    expect(await placesOf(out)).toEqual([1])
  })

  it('is suspended with its reason and restored again, on every phone, and its holder is told', async () => {
    await transact(test.db, (tx) => takePlace(tx, { person: keeper, documentId: out.id }))
    await light(false)
    await follow()
    await follow()
    expect(await documentsOf(test.db, keeper)).toMatchObject([
      { state: 'suspended', because: { en: 'One of your lanterns has gone out.' } },
    ])
    expect(await placesOf(out)).toEqual([2, 2])
    expect(await inboxOf(test, keeper)).toEqual([
      `Keeper’s card ${out.number} is suspended: One of your lanterns has gone out. It is good again by itself once the reason is gone.`,
    ])
    await test.runJobs()
    expect(smsTo(test, keeper)).toHaveLength(1)
    test.clock.advance({ minutes: 1 })
    await light(true)
    await follow()
    await follow()
    expect([await states(), await placesOf(out)]).toEqual([['valid'], [0, 0]])
    expect((await inboxOf(test, keeper)).filter((text) => text.includes('good again.'))).toHaveLength(1)
  })

  it('is taken back for good when the registry holds it no more, and its holder is told why', async () => {
    await noLanterns()
    await follow()
    await follow()
    expect([await states(), await placesOf(out)]).toEqual([['revoked'], [1]])
    expect(await inboxOf(test, keeper)).toEqual([
      `Keeper’s card ${out.number} was taken back: The register no longer holds what it showed.`,
    ])
    await aLantern(keeper)
    await follow()
    expect(await states()).toEqual(['revoked'])
  })

  it('dies with its holder, and nobody is told', async () => {
    await dies()
    await follow()
    expect(await documentsOf(test.db, keeper)).toMatchObject([
      { state: 'revoked', because: { en: 'Its holder has died.' } },
    ])
    expect(await inboxOf(test, keeper)).toEqual([])
    expect(await drawDocument(test.platform, card, keeper, 'self')).toBeUndefined()
  })

  it('of a child is told of to whoever sees to its documents', async () => {
    const family = await aFamily(test.db)
    const child = await aChild(test.db, family, { born: day('2018-01-01') })
    await aLantern(child)
    await drawn(child)
    await test.db.deleteFrom('lantern').where('person_id', '=', child).execute()
    await transact(test.db, (tx) => followRegistry(tx, test.platform, [child], test.clock.now()))
    expect([await inboxOf(test, child), (await inboxOf(test, family.father)).length]).toEqual([[], 1])
  })
})

describe('by itself', () => {
  it('one person is followed once a registry asks for it, in one job', async () => {
    await noLanterns()
    await followLater(test.db, keeper)
    await followLater(test.db, keeper)
    expect((await test.runJobs()).ran.filter((task) => task === 'documents.follow')).toHaveLength(1)
    expect(await states()).toEqual(['revoked'])
  })

  it('everybody is, at night, in batches', async () => {
    const [other, last] = [await aPerson(test.db), await aPerson(test.db)]
    for (const person of [other, last]) {
      await aLantern(person)
      await drawn(person)
    }
    await test.db.deleteFrom('lantern').where('person_id', 'in', [keeper, last]).execute()
    await enqueue(test.db, { task: 'documents.sweep', payload: { batch: 2 } })
    const { ran } = await test.runJobs()
    expect(ran.filter((task) => task === 'documents.sweep').length).toBeGreaterThan(1)
    expect(await states()).toEqual(['revoked'])
    expect((await documentsOf(test.db, last))[0]?.state).toBe('revoked')
    expect((await documentsOf(test.db, other))[0]?.state).toBe('valid')
  })
})

describe('what is held', () => {
  it('is carried without asking a service, and written only when it is opened', async () => {
    const other = await aPerson(test.db)
    expect(await carriedBy(test.platform, other)).toEqual([])
    await aLantern(other)
    expect(await heldDocuments(test.platform, other)).toMatchObject([
      { definition: { name: 'keeper-card' }, subjectId: 'self', claims: { facts: [{ key: 'kept' }] } },
    ])
    expect(await carriedBy(test.platform, other)).toMatchObject([
      { document: 'keeper-card', state: 'valid', issued: undefined, number: undefined },
    ])
    expect(await documentsOf(test.db, other)).toEqual([])
    const issued = await drawn(other)
    expect(await carriedBy(test.platform, other)).toMatchObject([{ number: issued.number, issued }])
  })

  it('is shown as it stands now, not as it was issued', async () => {
    await light(false)
    expect(await carriedBy(test.platform, keeper)).toMatchObject([
      { state: 'suspended', because: { en: 'One of your lanterns has gone out.' }, issued: { id: out.id } },
    ])
    await aLantern(keeper, 'L2')
    expect(await carriedBy(test.platform, keeper)).toMatchObject([{ issued: undefined }])
    await dies()
    expect(await carriedBy(test.platform, keeper)).toEqual([])
  })
})
