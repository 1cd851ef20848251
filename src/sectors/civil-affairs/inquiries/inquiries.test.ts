import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { aFamilyRecord, aNationalId } from '#tests/support/civil-affairs.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson } from '#tests/support/service.ts'

let test: TestPlatform
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  person = await aPerson(test.db)
})

const mine = (slug: string, by = person) => answerOf(test, asPerson(by), slug)
const codes = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'status' ? [one.code] : []))
const papers = (blocks: readonly Block[]) =>
  blocks.flatMap((one) => (one.kind === 'document' ? [one.subject] : []))

describe('digital-national-id', () => {
  it('shows one’s own and a minor child’s, each with its document', async () => {
    const family = await aFamily(test.db)
    await aNationalId(test, family.father)
    await aNationalId(test, await aChild(test.db, family, { born: day('2010-12-01') }))
    const blocks = await mine('digital-national-id', family.father)
    expect(papers(blocks)).toEqual(['self', expect.any(String)])
    expect(codes(await mine('digital-national-id', family.mother))).toEqual(['NO_ID'])
  })

  it('is refused to who is not signed in', async () => {
    await expect(answerOf(test, anonymous, 'digital-national-id')).rejects.toThrow('sign-in-required')
  })
})

describe('digital-family-record', () => {
  it('is the same record for father and mother, each with a document of their own', async () => {
    const family = await aFamily(test.db, { children: [day('2015-01-01')] })
    const ids = await aFamilyRecord(test, { head: family.father, spouse: family.mother })
    for (const parent of [family.father, family.mother]) {
      const blocks = await mine('digital-family-record', parent)
      expect(papers(blocks)).toEqual([ids.get(parent)])
      expect(blocks[0]?.kind === 'table' && blocks[0].rows).toHaveLength(2)
    }
    expect(codes(await mine('digital-family-record'))).toEqual(['NO_RECORD'])
  })
})

describe('query-id-validity', () => {
  const ask = (number: string, born = '1991-03-14') =>
    answerOf(test, anonymous, 'query-id-validity', { raw: { number, born } })

  it('says valid or expired to who knows number and birth date', async () => {
    await aNationalId(test, person)
    expect(codes(await ask(person))).toEqual(['VALID'])
    const other = await aPerson(test.db)
    await aNationalId(test, other, { expires: addDays(dayOf(test.clock.now()), -1) })
    expect(codes(await ask(other))).toEqual(['EXPIRED'])
    expect(codes(await mine('query-id-validity', other))).toEqual(['EXPIRED'])
  })

  it('answers a wrong birth date, a number that nobody has and one without a card alike', async () => {
    await aNationalId(test, person)
    const said = await Promise.all([
      ask(person, '1991-03-15'),
      ask('1999999996'),
      ask(await aPerson(test.db)),
    ])
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(codes(said[0] ?? [])).toEqual(['NOT_VALID'])
  })
})

it('verify a document stands in the guide, and is found', () => {
  expect(test.platform.catalogue.find('verify-id-document')).toMatchObject({ page: '/verify' })
  for (const words of ['التحقق من وثيقة', 'verify a document'])
    expect(test.platform.catalogue.search(words)[0]?.slug, words).toBe('verify-id-document')
})
