import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { enterEmployment } from '#platform/people/write.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aFamily, aPassport, aPerson, mobileOf } from '#tests/support/people.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

const as = (
  person: Parameters<typeof mobileOf>[0],
  account: 'activated' | 'registered' = 'activated',
): Principal => ({
  kind: 'person',
  person,
  account,
  session: 's',
})

function look(by: Principal) {
  const inquiry = test.platform.catalogue.inquiry('my-data')
  if (!inquiry) throw new Error('missing')
  return ask(test.platform, by, inquiry, { raw: {} })
}

async function blocksOf(by: Principal) {
  const answer = await look(by)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.blocks
}

const titles = (blocks: Awaited<ReturnType<typeof blocksOf>>) =>
  blocks.flatMap((block) => ('title' in block && block.title ? [block.title.en] : []))

describe('my data', () => {
  it('holds what every register keeps on me, in groups', async () => {
    const { father, mother } = await aFamily(test.db, { kind: 'resident', children: [day('2015-01-01')] })
    const passport = await aPassport(test.db, father)
    await enterEmployment(test.db, {
      worker: father,
      employer: mother,
      occupation: { ar: 'سائق خاص', en: 'Private driver' },
      since: day('2020-01-01'),
    })
    await anAccount(test.platform, father, { username: 'abumajed' })
    const blocks = await blocksOf(as(father))
    expect(titles(blocks)).toEqual(
      expect.arrayContaining([
        'Your basic record',
        'Your passports',
        'Your national addresses',
        'Your family',
        'Your work and establishments',
        'Your account',
        'Fingerprints',
        'Who looked at your data',
      ]),
    )
    const all = JSON.stringify(blocks)
    for (const own of [father, passport, 'abumajed', mobileOf(father), 'Private driver'])
      expect(all).toContain(own)
    expect(all).not.toContain(mother)
  })

  it('leaves out groups in which there is nothing', async () => {
    const person = await aPerson(test.db)
    expect(titles(await blocksOf(as(person)))).not.toContain('Your passports')
  })

  it('shows who looked, and where to have a mistake corrected', async () => {
    const person = await aPerson(test.db)
    const officer = await aPerson(test.db, { given: { ar: 'عبير', en: 'Abeer' } })
    const by: Principal = {
      kind: 'officer',
      person: officer,
      officer: 'OF-1',
      units: ['traffic'],
      session: 's',
    }
    await transact(test.db, (tx) =>
      record(tx, { subject: person, by, action: 'case.read', at: test.clock.now() }),
    )
    const blocks = await blocksOf(as(person))
    const looked = blocks.find(
      (block) => block.kind === 'table' && block.title?.en === 'Who looked at your data',
    )
    expect(looked).toMatchObject({ rows: [{ who: { text: { en: 'Abeer Alrayhani' } } }] })
    expect(blocks).toContainEqual(
      expect.objectContaining({ next: expect.objectContaining({ page: '/access' }) }),
    )
    expect(blocks).toContainEqual(
      expect.objectContaining({ next: expect.objectContaining({ page: '/contact' }) }),
    )
  })

  it('is for the person alone, with an activated account', async () => {
    const person = await aPerson(test.db)
    expect(await look(anonymous)).toMatchObject({ ok: false, error: { status: 401 } })
    expect(await look(as(person, 'registered'))).toMatchObject({ ok: false, error: { status: 403 } })
  })
})
