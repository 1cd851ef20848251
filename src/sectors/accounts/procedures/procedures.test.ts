import { describe, expect, it } from 'vitest'
import { discover } from '#platform/catalogue/discover.ts'

const catalogue = await discover()

describe('the procedures of the account', () => {
  it('are in the guide, each with its page and its steps', () => {
    const found = catalogue.search('', { sector: 'accounts' }).filter((one) => one.kind === 'procedure')
    expect(found.map((one) => one.slug)).toEqual([
      'accept-terms',
      'activate-account-bank',
      'activate-account-officer',
      'choose-credentials',
      'print-activation-form',
      'register-account',
      'sign-in',
      'verify-mobile-otp',
    ])
    for (const one of found) {
      expect(one.page).toMatch(/^\/[a-z-/]+$/)
      expect(one.steps.length).toBeGreaterThan(1)
    }
  })
  it('are found by how people call them', () => {
    const first = (words: string) => catalogue.search(words)[0]?.slug
    expect(first('مستخدم جديد')).toBe('register-account')
    expect(first('تفعيل من البنك')).toBe('activate-account-bank')
    expect(first('موظف التنشيط')).toBe('activate-account-officer')
    expect(first('تسجيل الدخول')).toBe('sign-in')
  })
})
