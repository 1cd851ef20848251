import { describe, expect, it } from 'vitest'
import { addYears, day } from '#kernel/day.ts'
import { withCheckDigit } from '#kernel/person-number.ts'
import type { Copy } from '#platform/database/copy.ts'
import { randomOf } from '#platform/people/random.ts'
import type { CastName, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import synthetic from './synthetic.ts'

const today = day('2026-11-23')

/** A person of whom only age, kind and part matter here. */
const person = (serial: number, age: number, rest: Partial<SyntheticPerson> = {}): SyntheticPerson => {
  const text = { ar: 'س', en: 'S' }
  return {
    id: withCheckDigit(`19${String(serial).padStart(7, '0')}`),
    kind: 'citizen',
    serial,
    parts: { given: text, father: text, grandfather: text, family: text },
    sex: 'male',
    born: addYears(today, -age),
    birthCountry: 'SAU',
    nationality: 'SAU',
    diedOn: null,
    idExpiry: null,
    mobile: null,
    region: '01',
    passport: null,
    gccIdentity: null,
    father: null,
    mother: null,
    spouse: null,
    guardian: null,
    employment: null,
    address: null,
    cast: null,
    ...rest,
  }
}

/** What the sector writes for these persons, by their number. */
async function statesOf(persons: readonly SyntheticPerson[]) {
  const written = new Map<unknown, Readonly<Record<string, unknown>>>()
  const copy: Copy = async (_table, rows) => {
    for (const row of rows) {
      const values = Object.fromEntries(Object.entries(row))
      written.set(values.person_id, values)
    }
    return written.size
  }
  // The sector uses nothing else of the context.
  await synthetic({
    copy,
    today,
    at: new Date('2026-11-23T08:00:00Z'),
    persons,
    random: ({ serial }: Pick<SyntheticPerson, 'serial'>, purpose: string) =>
      randomOf('seed', serial, purpose),
  } as unknown as SyntheticContext)
  return written
}

describe('the synthetic fingerprints', () => {
  it('give the cast what the demonstration needs', async () => {
    const cast = (serial: number, age: number, name: CastName) => person(serial, age, { cast: name })
    const persons = [
      cast(1, 37, 'parent'),
      cast(2, 34, 'mother'),
      cast(3, 7, 'child7'),
      cast(4, 5, 'child5'),
      cast(5, 28, 'unenrolled'),
      cast(6, 31, 'secondNewcomer'),
    ]
    const states = await statesOf(persons)
    expect(persons.map((one) => states.get(one.id)?.status)).toEqual([
      'UPDATED',
      'UPDATED',
      'NO_ID_CARD',
      'NO_ID_CARD',
      'NOT_UPDATED',
      'UPDATED',
    ])
  })

  it('hold every state among grown-ups, none for small children, and no day in the future', async () => {
    const grown = Array.from({ length: 400 }, (_, at) => person(100 + at, 18 + (at % 50)))
    const small = Array.from({ length: 40 }, (_, at) => person(900 + at, at % 6))
    const states = await statesOf([...grown, ...small])
    const of = (people: readonly SyntheticPerson[]) => people.map((one) => states.get(one.id))
    expect(new Set(of(grown).map((row) => row?.status))).toEqual(new Set(['UPDATED', 'NOT_UPDATED']))
    const days = of(grown).flatMap((row) => (row?.enrolled_on ? [String(row.enrolled_on)] : []))
    expect(days.some((one) => one < '2014-04-01')).toBe(true)
    expect(days.filter((one) => one >= '2014-04-01').length).toBeGreaterThan(250)
    expect(days.every((one) => one < today)).toBe(true)
    expect(new Set(of(small).map((row) => row?.status))).toEqual(new Set(['NO_ID_CARD']))
  })
})
