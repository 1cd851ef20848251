import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/enrolment.ts'
import { aPerson } from '#tests/support/people.ts'
import { enrol } from '../registry.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

function look(by: Principal) {
  const inquiry = test.platform.catalogue.inquiry('my-fingerprint-record')
  if (!inquiry) throw new Error('missing')
  return ask(test.platform, by, inquiry, { raw: {} })
}

describe('my fingerprint record', () => {
  it('shows status, place and date', async () => {
    const person = await aPerson(test.db)
    await enrol(test.db, {
      person,
      place: { ar: 'جوازات جدة', en: 'Jeddah Passports' },
      on: day('2021-02-03'),
      at: test.clock.now(),
    })
    expect(await look(signedIn(person))).toMatchObject({
      ok: true,
      value: {
        blocks: [
          { code: 'UPDATED' },
          {
            facts: [
              { key: 'status' },
              { key: 'place', value: { text: { en: 'Jeddah Passports' } } },
              { key: 'enrolledOn', value: { value: '2021-02-03' } },
            ],
          },
        ],
      },
    })
  })
  it('sends one who is not enrolled to the booking', async () => {
    const person = await aPerson(test.db)
    expect(await look(signedIn(person))).toMatchObject({
      value: { blocks: [{ code: 'NOT_UPDATED', next: { service: 'enrol-fingerprint' } }, { kind: 'facts' }] },
    })
  })
  it('is for signed-in, activated accounts', async () => {
    const person = await aPerson(test.db)
    expect(await look(anonymous)).toMatchObject({ ok: false, error: { status: 401 } })
    expect(await look(signedIn(person, 'registered'))).toMatchObject({ ok: false, error: { status: 403 } })
  })
})
