import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { locales, say } from '#kernel/text.ts'
import type { Decision } from '#platform/documents/credential/decision.ts'
import { flaws } from '#platform/documents/credential/flaw.ts'
import type { Opened } from '#platform/documents/credential/opened.ts'
import { verdictOf } from './decision-words.ts'
import type { Told } from './purpose.ts'

const listFrom = new Date('2026-03-01T09:00:00Z')
const opened: Opened = {
  keyId: new Uint8Array(8),
  claims: {
    issuer: 'https://diwan.example',
    issuedAt: listFrom,
    validFrom: day('2026-01-01'),
    document: 'identity',
    status: { uri: 'https://diwan.example/status/1', index: 1 },
  },
}
const copy: Opened = { ...opened, claims: { ...opened.claims, device: new Uint8Array(65) } }
const decisions: readonly Decision[] = [
  { state: 'valid', opened, listFrom },
  { state: 'not-fresh', opened, listFrom },
  { state: 'status-unknown', opened, because: 'no-list' },
  { state: 'status-unknown', opened, because: 'list-expired', listFrom },
  { state: 'status-unknown', opened, because: 'strange-status', listFrom },
  { state: 'suspended', opened, listFrom },
  { state: 'revoked', opened, listFrom },
  { state: 'revoked', opened: copy, listFrom },
  { state: 'expired', opened },
  { state: 'copy-expired', opened },
  { state: 'not-yet-valid', opened },
  { state: 'not-found', opened },
  { state: 'no-keys' },
  { state: 'clock-wrong' },
  ...flaws.map((because): Decision => ({ state: 'not-genuine', because })),
]
const nothing: Told = { facts: [] }

describe('the line on top of an answer', () => {
  it('is green for what is valid, and for nothing else', () => {
    for (const decision of decisions)
      expect([decision.state, verdictOf(decision, nothing).tone === 'good']).toEqual([
        decision.state,
        decision.state === 'valid',
      ])
    const valid: Decision = { state: 'valid', opened, listFrom }
    expect(verdictOf(valid, { facts: [], verdict: 'yes' }).tone).toBe('good')
    expect(verdictOf(valid, { facts: [], verdict: 'no' })).toMatchObject({
      tone: 'bad',
      title: { en: 'Genuine, and the answer is no' },
    })
    for (const gap of ['other-document', 'other-view', 'not-in-it'] as const)
      expect(verdictOf(valid, { facts: [], gap }).tone).toBe('warning')
  })

  it('does not soften what is not valid, whatever it would have answered', () => {
    for (const told of [{ verdict: 'yes' }, { verdict: 'no' }, { gap: 'other-view' }] as const)
      expect(verdictOf({ state: 'revoked', opened, listFrom }, { facts: [], ...told })).toEqual(
        verdictOf({ state: 'revoked', opened, listFrom }, nothing),
      )
  })

  it('says what is to be done, in both languages, with nothing left to fill in', () => {
    for (const decision of decisions)
      for (const locale of locales) {
        const { title, body } = verdictOf(decision, nothing)
        const text = say(body, locale, { time: '10:42', day: '1' })
        expect(title[locale].length, decision.state).toBeGreaterThan(3)
        expect(text).not.toMatch(/[{}]/)
        if ('listFrom' in decision && decision.listFrom) expect(text).toContain('10:42')
        expect(text.length).toBeGreaterThan(15)
      }
  })

  it('gives each refusal words of its own', () => {
    for (const locale of locales) {
      const bodies = flaws.map(
        (because) => verdictOf({ state: 'not-genuine', because }, undefined).body[locale],
      )
      expect(new Set(bodies).size).toBe(flaws.length)
    }
  })
})
