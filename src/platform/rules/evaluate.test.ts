import { describe, expect, it } from 'vitest'
import { fixedClock } from '#kernel/clock.ts'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { personNumber } from '#kernel/person-number.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { fact } from './condition.ts'
import { allMet, type EvaluationContext, evaluateRules } from './evaluate.ts'
import { type Rule, rule } from './rule.ts'

const seller = personNumber('1900000009')
const buyer = personNumber('1912345673')
const owes = new Map([
  [seller, sar(0)],
  [buyer, sar(1500)],
])

const noDebt = (of?: string): Rule =>
  rule({
    name: of ? `no-debt-${of}` : 'no-debt',
    title: { ar: 'لا مخالفات غير مسددة', en: 'No unpaid violations' },
    when: of ? 'submission' : 'opening',
    ...(of && { of }),
    facts: async ({ person }) => ({
      owed: { label: { ar: 'المستحق', en: 'Owed' }, value: v.money(owes.get(person) ?? sar(0)) },
      since: { label: { ar: 'منذ', en: 'Since' }, value: v.day(day('2026-11-23')) },
    }),
    condition: fact('owed').atMost(0),
    reason: { ar: 'عليك {owed} منذ {since}', en: 'You owe {owed} since {since}' },
    remedy: { label: { ar: 'سدد', en: 'Pay' }, service: 'pay-violations' },
  })

const insured = (of: string): Rule =>
  rule({
    name: 'insured',
    title: { ar: 'تأمين سارٍ', en: 'Insured' },
    when: 'submission',
    of,
    facts: async () => ({ insured: { label: { ar: 'مؤمن', en: 'Insured' }, value: v.yesNo(true) } }),
    condition: fact('insured').equals(true),
    reason: { ar: 'لا تأمين', en: 'Not insured' },
  })

const context = (answers: unknown): EvaluationContext => ({
  // The rules of this test look at no table.
  db: {} as Db,
  clock: fixedClock('2026-11-23T09:00:00Z'),
  today: day('2026-11-23'),
  applicant: seller,
  actor: seller,
  subject: undefined,
  answers,
  party: (role) => (role === 'buyer' && answers ? buyer : undefined),
})

describe('verdicts', () => {
  it('give the facts, and the reason in both languages', async () => {
    const verdicts = await evaluateRules([noDebt('buyer')], context({}), { viewerRole: 'buyer' })
    expect(verdicts).toMatchObject([
      {
        rule: 'no-debt-buyer',
        outcome: 'unmet',
        facts: [{ key: 'owed', value: { kind: 'money', value: 150_000 } }, { key: 'since' }],
        reason: {
          ar: 'عليك 1,500.00 ر.س منذ 23 نوفمبر 2026 (13 جمادى الآخرة 1448 هـ)',
          en: 'You owe SAR 1,500.00 since 23 November 2026 (13 Jumada II 1448 AH)',
        },
        remedy: { service: 'pay-violations' },
      },
    ])
    expect(allMet(verdicts)).toBe(false)
  })
  it('give no reason when met', async () => {
    const [verdict] = await evaluateRules([noDebt()], context(undefined), { viewerRole: 'applicant' })
    expect(verdict).toMatchObject({ outcome: 'met' })
    expect(verdict).not.toHaveProperty('reason')
    expect(verdict).not.toHaveProperty('remedy')
  })
  it('tell nobody which condition of another party is unmet, not even by elimination', async () => {
    const verdicts = await evaluateRules([noDebt(), noDebt('buyer'), insured('buyer')], context({}), {
      viewerRole: 'applicant',
    })
    expect(verdicts.map((one) => one.outcome)).toEqual(['met', 'hidden'])
    expect(verdicts[1]?.facts).toEqual([])
    expect(JSON.stringify(verdicts[1])).not.toMatch(/debt|violations|1,500|insured|pay/i)
  })
  it('show the conditions of another party without facts when all are met', async () => {
    const verdicts = await evaluateRules([insured('buyer')], context({}), { viewerRole: 'applicant' })
    expect(verdicts).toMatchObject([{ rule: 'insured', outcome: 'met', facts: [] }])
  })
  it('show an officer everything', async () => {
    const verdicts = await evaluateRules([noDebt('buyer')], context({}), {})
    expect(verdicts).toMatchObject([{ outcome: 'unmet', rule: 'no-debt-buyer' }])
  })
  it('wait for the answers, and for the party that they name', async () => {
    expect(await evaluateRules([noDebt('buyer')], context(undefined), {})).toEqual([])
    expect(await evaluateRules([insured('heir')], context({}), {})).toEqual([])
  })
})
