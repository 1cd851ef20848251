import { describe, expect, it } from 'vitest'
import { mobile } from '#kernel/mobile.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { issueCode, verifyCode } from './one-time-code.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
let line = 0

async function aCode(overrides: Partial<Parameters<typeof issueCode>[1]> = {}) {
  line += 1
  const to = mobile(`05210000${String(line).padStart(2, '0')}`)
  const asked = {
    holder: `operation-${line}`,
    purpose: 'test',
    mobile: to,
    language: 'en' as const,
    text: { ar: 'رمز التجربة: {code}', en: 'Code for a test: {code}' },
    ip: `192.0.2.${line}`,
    ...overrides,
  }
  const outcome = await issueCode(platform, asked)
  await runJobs()
  const text = sent.sms.findLast((message) => message.to === asked.mobile)?.text ?? ''
  return { ...asked, outcome, sms: text, code: /\d{6}/.exec(text)?.[0] ?? '' }
}

const use = async ({ holder, purpose, code }: { holder: string; purpose: string; code: string }) => {
  const outcome = await verifyCode(db, platform.vault, { holder, purpose, code }, clock.now())
  return outcome.ok ? 'right' : outcome.error.code
}
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

describe('one-time code', () => {
  it('names the operation in the text, and opens it once', async () => {
    const code = await aCode()
    expect(code.sms).toBe(`Code for a test: ${code.code}`)
    expect(await use(code)).toBe('right')
    expect(await use(code)).toBe('code-gone')
  })

  it('opens no other operation and no other purpose', async () => {
    const code = await aCode()
    const other = await aCode()
    expect(await use({ ...code, holder: other.holder })).toBe('code-wrong')
    expect(await use({ ...code, purpose: 'other' })).toBe('code-gone')
    expect(await use(code)).toBe('right')
  })

  it('lets exactly one of many verifications at once win', async () => {
    const code = await aCode()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => use(code)))
    expect(outcomes.filter((outcome) => outcome === 'right')).toHaveLength(1)
  })

  it('is gone after three wrong tries, even for the right code', async () => {
    const code = await aCode()
    const wrong = { ...code, code: otherThan(code.code) }
    expect([await use(wrong), await use(wrong), await use(wrong)]).toEqual([
      'code-wrong',
      'code-wrong',
      'code-gone',
    ])
    expect(await use(code)).toBe('code-gone')
  })

  it('costs no try while it is not typed whole', async () => {
    const code = await aCode()
    for (const typed of ['', '  ', '123', '12345'])
      expect(await use({ ...code, code: typed })).toBe('code-incomplete')
    for (const typed of ['1234567', 'OGJM-C7JP-P5GV-POG2'])
      expect(await use({ ...code, code: typed })).toBe('code-wrong')
    expect(await use(code)).toBe('right')
  })

  it('lives three minutes', async () => {
    const code = await aCode()
    clock.advance({ minutes: 3 })
    expect(await use(code)).toBe('code-gone')
  })

  it('is sent again after 60 seconds, and replaces the one before', async () => {
    const first = await aCode()
    const again = { holder: first.holder, mobile: first.mobile }
    const early = await aCode(again)
    expect(early.outcome).toMatchObject({ ok: false, error: { code: 'code-just-sent', retryAfter: 60 } })
    clock.advance({ seconds: 60 })
    const second = await aCode(again)
    expect(second.outcome.ok).toBe(true)
    if (first.code !== second.code) expect(await use(first)).toBe('code-wrong')
    expect(await use(second)).toBe('right')
  })

  it('stops at ten in a day to one number', async () => {
    const to = mobile('0529999999')
    for (let i = 0; i < 10; i += 1) expect((await aCode({ mobile: to })).outcome.ok).toBe(true)
    expect((await aCode({ mobile: to })).outcome).toMatchObject({
      ok: false,
      error: { code: 'too-many-tries' },
    })
  })

  it('leaves a number its codes to sign in when somebody else tries to register with it', async () => {
    const to = mobile('0529999998')
    for (let i = 0; i < 11; i += 1) await aCode({ mobile: to, purpose: 'registration' })
    expect((await aCode({ mobile: to, purpose: 'sign-in' })).outcome.ok).toBe(true)
  })

  it('sends what to do instead of a code, and then no code is right', async () => {
    const code = await aCode({ instead: { ar: 'لا رمز', en: 'No code for you' } })
    expect(code.outcome.ok).toBe(true)
    expect(code.sms).toBe('No code for you')
    expect(await use({ ...code, code: '123456' })).toBe('code-wrong')
  })
})
