import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { discover } from '#platform/catalogue/discover.ts'

const catalogue = await discover()

/** The ways to activate an account that the register names (1.1, 1.17). */
const activations = [
  'activate-account-bank',
  'activate-account-officer',
  'activate-via-atm',
  'activate-via-bank-app',
  'activate-via-online-banking',
]

describe('the procedures of the account', () => {
  it('are in the guide, each with its page and its steps', () => {
    const written = readdirSync(import.meta.dirname)
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => file.replace(/\.ts$/, ''))
    const found = catalogue.search('', { sector: 'accounts' }).filter((one) => one.kind === 'procedure')
    expect(found.map((one) => one.slug).toSorted()).toEqual(written.toSorted())
    expect(written).toEqual(expect.arrayContaining(activations))
    for (const one of found) {
      expect(one.page).toMatch(/^\/[a-z-/]*$/)
      expect(one.steps.length).toBeGreaterThan(1)
    }
  })
  it.each([
    ['مستخدم جديد', 'register-account'],
    ['تفعيل من البنك', 'activate-account-bank'],
    ['موظف التنشيط', 'activate-account-officer'],
    ['تسجيل الدخول', 'sign-in'],
    ['الأهلي موبايل', 'activate-via-bank-app'],
    ['الأهلي أون لاين', 'activate-via-online-banking'],
    ['أجهزة الصراف الآلي', 'activate-via-atm'],
    ['مركز التنبيهات', 'notification-centre'],
    ['صندوق الرسائل', 'notification-centre'],
    ['inbox', 'notification-centre'],
  ])('are found by how people call them: %s', (words, slug) => {
    expect(catalogue.search(words)[0]?.slug).toBe(slug)
  })
})
