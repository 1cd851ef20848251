import { describe, expect, it } from 'vitest'
import { sign, verifySignature } from './signature.ts'

const at = new Date('2027-01-05T09:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('a signed message', () => {
  const header = sign('secret', '{"a":1}', at)

  it('is right within five minutes, and stale after', () => {
    expect(verifySignature('secret', '{"a":1}', header, later(299))).toBe('right')
    expect(verifySignature('secret', '{"a":1}', header, later(-299))).toBe('right')
    expect(verifySignature('secret', '{"a":1}', header, later(302))).toBe('stale')
  })

  it('is wrong with another key, another body, another time or no signature', () => {
    expect(verifySignature('other', '{"a":1}', header, at)).toBe('wrong')
    expect(verifySignature('secret', '{"a":2}', header, at)).toBe('wrong')
    expect(verifySignature('secret', '{"a":1}', header.replace(/^t=\d+/, 't=1799139601'), at)).toBe('wrong')
    expect(verifySignature('secret', '{"a":1}', undefined, at)).toBe('wrong')
    expect(verifySignature('secret', '{"a":1}', 'nonsense', at)).toBe('wrong')
  })
})
