import { describe, expect, it } from 'vitest'
import { parseEmail } from './email.ts'

describe('email', () => {
  it('is the same text for the same box', () => {
    expect(parseEmail('\u200e Noura@Example.SA ')).toEqual({ ok: true, value: 'noura@example.sa' })
  })
  it.each([
    '',
    'noura',
    'noura@',
    '@example.sa',
    'a b@example.sa',
    'a..b@example.sa',
    'a@example',
    'a@-x.sa',
    'a@b.sa\nBcc: c@d.sa',
  ])('refuses “%s”', (input) => expect(parseEmail(input).ok).toBe(false))
})
