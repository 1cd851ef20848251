import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson } from '#tests/support/service.ts'
import { anAccident, aVehicle } from '#tests/support/traffic.ts'

let test: TestPlatform
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  person = await aPerson(test.db)
})

describe('accident-reports', () => {
  it('lists one’s accidents with one’s own share, and nobody else’s', async () => {
    const other = await aPerson(test.db)
    const number = await anAccident(test, [
      { person, liability: 100 },
      { person: other, liability: 0 },
    ])
    const [table] = await answerOf(test, asPerson(person), 'accident-reports')
    expect(table).toMatchObject({ rows: [{ number: { value: number }, liability: { value: '100%' } }] })
    const [theirs] = await answerOf(test, asPerson(await aPerson(test.db)), 'accident-reports')
    expect(theirs).toMatchObject({ rows: [] })
    await expect(answerOf(test, anonymous, 'accident-reports')).rejects.toThrow('sign-in-required')
  })

  it('are entered only with shares that make a hundred', async () => {
    await expect(anAccident(test, [{ person, liability: 60 }])).rejects.toThrow('make 60 percent')
  })
})

describe('view-vehicle-insurance-document', () => {
  const ask = (by: PersonNumber, subject: string) =>
    answerOf(test, asPerson(by), 'view-vehicle-insurance-document', { subject })

  it('shows the policy of a vehicle with its document, or that there is none', async () => {
    const car = await aVehicle(test, person)
    expect((await ask(person, car)).map((one) => one.kind)).toEqual(['facts', 'document'])
    const bare = await aVehicle(test, person, { insured: null })
    expect(await ask(person, bare)).toMatchObject([{ code: 'NOT_INSURED' }])
  })

  it('is its owner’s alone', async () => {
    const car = await aVehicle(test, person)
    await expect(ask(await aPerson(test.db), car)).rejects.toThrow('not-authorised')
  })
})
