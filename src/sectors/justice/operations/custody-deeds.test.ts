import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { transact } from '#platform/database/transact.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { guardiansOf, wardsOf } from '#platform/people/guardianship.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { inboxOf, smsTo } from '#tests/support/service.ts'
import { deedAbout } from '../registry/deeds.ts'

let test: TestPlatform
let father: PersonNumber
let mother: PersonNumber
let child: PersonNumber
let serial = 0

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  const family = await aFamily(test.db, { children: [day('2010-05-01')] })
  father = family.father
  mother = family.mother
  child = family.children[0] ?? father
})

/** What a call of the courts’ client comes to: the form, then the operation in a transaction. */
async function call(slug: string, raw: Record<string, unknown>) {
  const operation = test.platform.catalogue.operation(slug)
  if (!operation) throw new Error(`no operation ${slug}`)
  const parsed = parseForm(operation.input, raw, { today: dayOf(test.clock.now()), options: {} })
  if (!parsed.ok) return { ok: false as const, fields: Object.keys(parsed.error), code: 'form' }
  const done = await transact(test.db, (tx) =>
    operation.run({ tx, clock: test.clock, client: 'courts' }, parsed.value),
  )
  if (done.ok) return done
  return { ok: false as const, fields: Object.keys(done.error.fields ?? {}), code: done.error.code }
}

const deed = (over: Record<string, unknown> = {}) => ({
  number: `44${++serial}`,
  court: 'محكمة الأحوال الشخصية بالرياض',
  courtEn: 'Personal Status Court in Riyadh',
  issuedOn: '2026-11-01',
  child,
  holder: mother,
  grants: ['passport', 'residence'],
  withdraws: ['passport'],
  forbidsTravel: true,
  from: '2026-11-01',
  ...over,
})
const enter = (raw: Record<string, unknown>) => call('enter-custody-deed', raw)
const end = (number: string) => call('end-custody-deed', { number, reason: 'نقضت محكمة الاستئناف الحكم' })
const rights = async () =>
  (await guardiansOf(test, child)).map((one) => [one.parent, one.rights.map((right) => right.matter)])

describe('entering a custody deed', () => {
  it('keeps it, tells both parents and a child of sixteen, and lets only the ban on travel hold', async () => {
    const raw = deed()
    expect(await enter(raw)).toEqual({ ok: true, value: { number: raw.number, known: false } })
    expect(await deedAbout(test.db, child, raw.number)).toMatchObject({
      court: { en: 'Personal Status Court in Riyadh' },
      holder: mother,
      linked: false,
      until: undefined,
    })
    expect(await rights()).toEqual([[father, ['passport', 'residence', 'fingerprint', 'documents', 'any']]])
    for (const one of [father, mother, child])
      expect((await inboxOf(test, one)).join()).toContain(
        `entered custody deed ${raw.number} about Salem Alrayhani. It grants: Passport, Residence. The other parent may not act in: Passport. The child may not travel. It holds here once it is linked; the ban on travel holds now.`,
      )
    await test.runJobs()
    expect(smsTo(test, mother).join()).toContain(raw.number)
    expect(await accessLog(test.db, child)).toMatchObject([
      { action: 'custody.enter', about: raw.number, who: { kind: 'partner' } },
    ])
  })

  it('is one deed when it is sent again or twice at once, and another under its number is refused', async () => {
    const raw = deed()
    const both = await Promise.all([enter(raw), enter(raw), enter(raw)])
    expect(both.map((one) => one.ok && one.value.known).sort()).toEqual([false, true, true])
    expect(await enter({ ...raw, grants: ['residence', 'passport'] })).toMatchObject({
      value: { known: true },
    })
    for (const other of [{ holder: father }, { grants: ['passport'] }, { until: '2027-01-01' }])
      expect(await enter({ ...raw, ...other })).toMatchObject({ ok: false, code: 'deed-number-taken' })
    const second = await aFamily(test.db, { children: [day('2016-01-01')] })
    const elsewhere = { ...raw, child: second.children[0], holder: second.mother }
    expect(await enter(elsewhere)).toMatchObject({ ok: false, code: 'deed-number-taken' })
    expect(await inboxOf(test, mother)).toHaveLength(1)
    expect((await wardsOf(test, second.father))[0]?.travelForbiddenUntil).toBeUndefined()
  })

  it('is refused, and nothing is written, where it cannot hold', async () => {
    const adult = (await aFamily(test.db, { children: [day('2005-01-01')] })).children[0]
    const stranger = await aPerson(test.db)
    for (const [over, field] of [
      [{ child: stranger }, 'child'],
      [{ child: adult }, 'child'],
      [{ holder: stranger }, 'holder'],
      [{ holder: child }, 'holder'],
      [{ grants: ['travel', 'passport'] }, 'grants'],
      [{ withdraws: ['passport', 'travel'] }, 'withdraws'],
      [{ until: '2026-10-31' }, 'until'],
      [{ from: '2027-02-01', until: '2027-01-01' }, 'until'],
      [{ issuedOn: '2026-11-24' }, 'issuedOn'],
    ] as const)
      expect(await enter(deed(over))).toMatchObject({ ok: false, fields: [field] })
    expect(await inboxOf(test, father)).toEqual([])
    const kept = await test.db.selectFrom('custody').select('id').where('person_id', '=', child).execute()
    expect(kept).toEqual([])
  })
})

describe('ending a custody deed', () => {
  it('stops it at once, with its reason, tells both parents, and twice is once', async () => {
    const raw = deed()
    await enter(raw)
    expect(await end(raw.number)).toEqual({ ok: true, value: { number: raw.number, known: false } })
    expect(await end(raw.number)).toEqual({ ok: true, value: { number: raw.number, known: true } })
    expect((await deedAbout(test.db, child, raw.number))?.endReason).toContain('الاستئناف')
    expect(await rights()).toMatchObject([[father, expect.arrayContaining(['travel', 'passport'])]])
    for (const one of [father, mother])
      expect((await inboxOf(test, one)).filter((text) => text.includes('ended custody deed'))).toHaveLength(1)
  })

  it('knows no number that no court has given', async () => {
    expect(await end('999')).toMatchObject({ ok: false, fields: ['number'] })
  })
})
