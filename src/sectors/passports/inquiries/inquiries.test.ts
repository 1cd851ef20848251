import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, day, dayOf } from '#kernel/day.ts'
import { type PersonNumber, withCheckDigit } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { endViewing, giveViewing } from '#platform/authority/give-viewing.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { kinOf } from '#platform/people/family.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aCrossing, aResidency, aTravelPermit, aVisa } from '#tests/support/passports.ts'
import { aFamily, aPassport, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson, subjectsFor } from '#tests/support/service.ts'

let test: TestPlatform
let today: Day
let resident: PersonNumber
const born = day('1991-03-14')

beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
  resident = await aPerson(test.db, { kind: 'resident', born })
  await aResidency(test, resident)
})

const codeOf = async (slug: string, raw: Record<string, unknown>, by = anonymous) => {
  const blocks = await answerOf(test, by, slug, { raw })
  expect(blocks).toHaveLength(1)
  return blocks[0]?.kind === 'status' ? blocks[0].code : blocks[0]?.kind
}
const problemOf = async (by: PersonNumber, slug: string, subject?: string) => {
  const inquiry = test.platform.catalogue.inquiry(slug)
  if (!inquiry) throw new Error(slug)
  const asked = await ask(test.platform, asPerson(by), inquiry, { raw: {}, ...(subject ? { subject } : {}) })
  return asked.ok ? undefined : asked.error.status
}

describe('is a resident ID valid?', () => {
  const slug = 'query-iqama-validity'
  const asked = (iqama: string, on: string = born) => codeOf(slug, { iqama, born: on })

  it('says yes to number and birth date, and nothing about the person', async () => {
    expect(await asked(resident)).toBe('VALID')
    const answer = JSON.stringify(await answerOf(test, anonymous, slug, { raw: { iqama: resident, born } }))
    expect(answer).not.toMatch(/Salem|سالم|Engineer|202\d-/)
  })

  it('gives one and the same no to an expired, suspended or unknown one, and to a wrong birth date', async () => {
    const no = await answerOf(test, anonymous, slug, { raw: { iqama: resident, born: '1991-03-15' } })
    const others = await Promise.all(
      [{ expires: -1 }, { state: 'suspended' as const, reason_ar: 'سبب', reason_en: 'A reason' }].map(
        async (row) => {
          const person = await aPerson(test.db, { kind: 'resident', born })
          await aResidency(test, person, row)
          return person
        },
      ),
    )
    const dead = await aPerson(test.db, { kind: 'resident', born, diedOn: day('2026-01-01') })
    await aResidency(test, dead)
    for (const iqama of [...others, dead, withCheckDigit('299876543')])
      expect(await answerOf(test, anonymous, slug, { raw: { iqama, born } })).toEqual(no)
    expect(no).toMatchObject([{ code: 'NOT_VALID' }])
  })

  it('takes no less time to say no', async () => {
    for (const iqama of [resident, withCheckDigit('299876543')]) {
      const began = performance.now()
      await asked(iqama)
      expect(performance.now() - began).toBeGreaterThanOrEqual(149)
    }
  })

  it('is behind the visual code, and tells its holder more once signed in', async () => {
    expect(test.platform.catalogue.inquiry(slug)).toMatchObject({ access: 'public', guard: 'visual-code' })
    expect(await answerOf(test, asPerson(resident), slug)).toMatchObject([
      { code: 'VALID' },
      { facts: [{ key: 'status' }, { key: 'until', value: { value: addDays(today, 300) } }] },
    ])
  })
})

describe('the visitor’s digital ID', () => {
  it('is yes or no to anyone, and the card to its holder', async () => {
    const slug = 'visitor-digital-id'
    const visitor = await aPerson(test.db, { kind: 'visitor', born })
    const asked = (border: string, on: string = born) => codeOf(slug, { border, born: on })
    expect(await asked(visitor)).toBe('NOT_VALID')
    await aVisa(test, visitor)
    await aCrossing(test, visitor, 'entry', 2)
    expect(await asked(visitor)).toBe('VALID')
    expect(await asked(visitor, '1991-03-15')).toBe('NOT_VALID')
    expect(await answerOf(test, asPerson(visitor), slug)).toMatchObject([
      { kind: 'document', document: 'visitor-id', subject: 'self' },
    ])
    expect(await codeOf(slug, {}, asPerson(resident))).toBe('NOT_VALID')
  })

  it('is found by the number on the visa and the day of its issue, together', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    const visa = await aVisa(test, visitor)
    const issuedOn = addDays(today, -10)
    const slug = 'query-border-number'
    expect(await answerOf(test, anonymous, slug, { raw: { visa, issuedOn } })).toMatchObject([
      { facts: [{ key: 'borderNumber', value: { value: visitor } }] },
    ])
    expect(await codeOf(slug, { visa, issuedOn: addDays(today, -9) })).toBe('NOT_FOUND')
    expect(await codeOf(slug, { visa: '1', issuedOn })).toBe('NOT_FOUND')
    // A resident's number is not a border number, and nobody's to find by a visa.
    const exit = await aVisa(test, resident, { kind: 'exit-reentry' })
    expect(await codeOf(slug, { visa: exit, issuedOn })).toBe('NOT_FOUND')
  })
})

describe('the digital resident ID', () => {
  const slug = 'view-digital-resident-id'

  it('is shown to its holder, and leads to the phone', async () => {
    expect(await answerOf(test, asPerson(resident), slug)).toMatchObject([
      { code: 'VALID' },
      { kind: 'document', document: 'resident-id', subject: 'self' },
      { next: { service: 'download-digital-resident-id' } },
    ])
  })

  it('says what is wrong with it, and what to do', async () => {
    const expired = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, expired, { expires: -1 })
    expect(await answerOf(test, asPerson(expired), slug)).toMatchObject([
      { code: 'EXPIRED', next: { page: '/contact' } },
      { kind: 'document' },
    ])
    const cancelled = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, cancelled, { state: 'cancelled', reason_ar: 'خروج', reason_en: 'Left for good' })
    expect(await answerOf(test, asPerson(cancelled), slug)).toMatchObject([
      { code: 'CANCELLED', body: { en: 'Left for good' } },
    ])
  })

  it('is for residents who have a permit', async () => {
    expect(await problemOf(await aPerson(test.db), slug)).toBe(403)
    expect(await problemOf(await aPerson(test.db, { kind: 'resident' }), slug, 'self')).toBe(403)
  })

  it('is found by the words of the old way to it', () => {
    for (const words of ['أبشر للأفراد', 'عرض الوثائق الرقمية', 'هوية المقيم', 'دليل الخدمات الإلكترونية'])
      expect(test.platform.catalogue.search(words).map((one) => one.slug)).toContain(slug)
    expect(test.platform.catalogue.find('download-digital-resident-id')).toMatchObject({ page: '/wallet' })
  })
})

describe('the family’s cards', () => {
  const slug = 'family-digital-resident-ids'
  const rowsOf = async (person: PersonNumber) => {
    const [table] = await answerOf(test, asPerson(person), slug)
    if (table?.kind !== 'table') throw new Error('no table')
    return table.rows.map((row, at) => {
      const next = table.next?.[at]
      return [
        row.card?.kind === 'text' && row.card.text.en,
        next && ('service' in next ? next.service : next.page.split('/').at(-1)),
      ]
    })
  }

  it('are those of the minor children, each with what it lacks; a look is in the child’s log', async () => {
    const born = [day('2015-01-01'), day('2006-01-01')]
    const { father, mother, children } = await aFamily(test.db, { kind: 'resident', children: born })
    await aResidency(test, father)
    for (const one of [mother, ...children])
      await aResidency(test, one, { kind: 'dependant', sponsor_id: father })
    expect(await rowsOf(father)).toEqual([['Valid', 'download-digital-resident-id']])
    await test.db.deleteFrom('residency_permit').where('person_id', '=', mother).execute()
    expect(await rowsOf(father)).toEqual([['Waits for a parent’s papers', 'dependant-card-papers']])
    const [child, grown] = children
    if (!child || !grown) throw new Error('no children')
    expect(JSON.stringify(await accessLog(test.db, child, { limit: 9 }))).toContain(slug)
    for (const adult of [mother, grown])
      expect(JSON.stringify(await accessLog(test.db, adult, { limit: 9 }))).not.toContain(slug)
    expect(await rowsOf(mother)).toEqual([])
  })

  it('are those of an adult by their own consent alone, as long as they give it', async () => {
    const { father, mother } = await aFamily(test.db, { kind: 'resident' })
    for (const one of [father, mother]) await aResidency(test, one)
    expect(await rowsOf(father)).toEqual([])
    await anAccount(test.platform, mother)
    const kin = (await kinOf(test.db, mother)).find((one) => one.id === father)?.kinId ?? 'nobody'
    const given = await giveViewing(test.platform, asPerson(mother), { kin, what: 'documents', months: 1 })
    if (!given.ok) throw new Error(given.error.code)
    expect(await rowsOf(father)).toEqual([['Yours to see by consent', 'documents']])
    await endViewing(test.platform, asPerson(mother), given.value)
    expect(await rowsOf(father)).toEqual([])
  })
})

describe('what parents see of a child, and nobody of another adult', () => {
  it('shows passports and permits to travel of the asker and the minor children', async () => {
    const { father, mother, children } = await aFamily(test.db, { children: [day('2012-02-02')] })
    const [child] = children
    if (!child) throw new Error('no child')
    const number = await aPassport(test.db, child, { nationality: 'SAU' })
    await aTravelPermit(test, child, { issued_by: father })
    const childId = (await subjectsFor(test, 'query-passport-status', father)).find(
      (one) => one.person === child,
    )?.id
    if (!childId) throw new Error('the child is not listed')
    expect(
      await answerOf(test, asPerson(father), 'query-passport-status', { subject: childId }),
    ).toMatchObject([{ rows: [{ number: { value: number }, status: { text: { en: 'Active' } } }] }])
    expect(
      await answerOf(test, asPerson(father), 'query-travel-permits', { subject: childId }),
    ).toMatchObject([
      { rows: [{ by: { text: { en: 'Salem Alrayhani' } }, status: { text: { en: 'In force' } } }] },
    ])
    // The child sees its own; the mother, who is not the guardian, has it from the notices and the custody alone.
    expect(await answerOf(test, asPerson(child), 'query-travel-permits')).toMatchObject([{ rows: [{}] }])
    expect(await problemOf(mother, 'query-travel-permits', childId)).toBe(403)
  })
})

it('a print-out is of one’s own records, each with its document', async () => {
  const person = await aPerson(test.db, { kind: 'resident' })
  await aResidency(test, person)
  await aPassport(test.db, person)
  const subjects = await subjectsFor(test, 'print-digital-record', person)
  expect(subjects.map((one) => one.label.en)).toEqual(['Resident ID', 'Passport details'])
  for (const { id } of subjects)
    expect(await answerOf(test, asPerson(person), 'print-digital-record', { subject: id })).toMatchObject([
      { kind: 'document' },
      { kind: 'note' },
    ])
  expect(await problemOf(resident, 'print-digital-record', subjects[1]?.id)).toBe(403)
})
