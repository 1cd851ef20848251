import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { plate } from '#kernel/plate.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import { all, any, type Condition, fact, factsOf, holds, not } from './condition.ts'

const today = day('2026-11-23')
const facts: Readonly<Record<string, Value>> = {
  unpaid: v.number(2),
  owed: v.money(sar(150)),
  kind: v.plain('private'),
  colour: v.text({ ar: 'أحمر', en: 'Red' }),
  plate: v.plate(plate('أ ب ح 1234')),
  insured: v.yesNo(true),
  expires: v.day(day('2026-11-23')),
  lost: v.none,
}
const is = (condition: Condition) => holds(condition, facts, today)

describe('a condition', () => {
  it('compares numbers and sums', () => {
    expect([is(fact('unpaid').atLeast(2)), is(fact('unpaid').atLeast(3))]).toEqual([true, false])
    expect([is(fact('owed').atMost(15_000)), is(fact('owed').atMost(14_999))]).toEqual([true, false])
    expect(is(fact('kind').atLeast(0))).toBe(false)
  })
  it('compares words, plates, and yes or no', () => {
    expect(is(fact('kind').oneOf('taxi', 'private'))).toBe(true)
    expect(is(fact('kind').oneOf('taxi'))).toBe(false)
    expect(is(fact('colour').equals('Red'))).toBe(true)
    expect(is(fact('plate').equals('أبح1234'))).toBe(true)
    expect(is(fact('insured').equals(true))).toBe(true)
    expect(is(fact('unpaid').equals('2'))).toBe(false)
  })
  it('counts days from today, on both sides of the limit', () => {
    expect([is(fact('expires').notBeforeToday()), is(fact('expires').notBeforeToday(1))]).toEqual([
      true,
      false,
    ])
    expect([is(fact('expires').notAfterToday()), is(fact('expires').notAfterToday(-1))]).toEqual([
      true,
      false,
    ])
    expect(is(fact('unpaid').notAfterToday())).toBe(false)
  })
  it('is not met by a fact that is missing', () => {
    for (const name of ['lost', 'nowhere']) {
      const of = fact(name)
      for (const one of [of.equals(0), of.oneOf(''), of.atMost(9), of.notAfterToday(), of.isKnown()]) {
        expect(is(one), `${name} ${one.op}`).toBe(false)
        expect(is(not(one))).toBe(true)
      }
    }
    expect(is(fact('insured').isKnown())).toBe(true)
  })
  it('joins as logic does', () => {
    const yes = fact('insured').equals(true)
    const no = not(yes)
    fc.assert(
      fc.property(fc.array(fc.boolean()), (values) => {
        const of = values.map((value) => (value ? yes : no))
        expect(is(all(...of))).toBe(values.every(Boolean))
        expect(is(any(...of))).toBe(values.some(Boolean))
        expect(is(not(all(...of)))).toBe(is(any(...of.map(not))))
      }),
    )
  })
  it('names the facts that it looks at', () => {
    expect(factsOf(all(fact('a').isKnown(), not(any(fact('b').equals(1), fact('c').atMost(2)))))).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})
