import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundReferences, newReference, parseReference, readableCode } from './reference.ts'

const references = fc
  .tuple(
    fc.stringMatching(/^[A-Z]{2,4}$/),
    fc.integer({ min: 1440, max: 1500 }),
    fc.uint8Array({ minLength: 8, maxLength: 8 }),
  )
  .map((parts) => newReference(...parts))

describe('reference', () => {
  it('is found in a text, wherever it stands', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const pieces = aroundReferences(`الطلب ${reference}. ثم ${reference}`)
        expect(pieces.filter((one) => one.reference).map((one) => one.text)).toEqual([reference, reference])
        expect(pieces.map((one) => one.text).join('')).toBe(`الطلب ${reference}. ثم ${reference}`)
      }),
    )
    expect(aroundReferences('2026-11-28')).toEqual([{ text: '2026-11-28', reference: false }])
  })
  it('reads what it makes, however it is typed', () => {
    fc.assert(
      fc.property(references, (reference) => {
        for (const typed of [
          reference,
          reference.toLowerCase(),
          reference.replaceAll('-', ' '),
          reference.replaceAll('-', ''),
        ]) {
          expect(parseReference(typed)).toEqual({ ok: true, value: reference })
        }
      }),
    )
  })
  it('has no letters that look alike in its random part', () => {
    fc.assert(
      fc.property(references, (reference) =>
        /^[A-Z]{2,4}-\d{4}-[1-9A-HJKMNP-TV-Z]{6}-[1-9A-HJKMNP-TV-Z]$/.test(reference),
      ),
    )
  })
  it('finds a wrong character and two that are swapped', () => {
    fc.assert(
      fc.property(references, fc.integer({ min: 0, max: 4 }), (reference, place) => {
        const at = reference.length - 8 + place
        const [one, two] = [reference.charAt(at), reference.charAt(at + 1)]
        const other = one === '7' ? '8' : '7'
        const wrong = reference.slice(0, at) + other + reference.slice(at + 1)
        const swapped = reference.slice(0, at) + two + one + reference.slice(at + 2)
        return !parseReference(wrong).ok && (one === two || !parseReference(swapped).ok)
      }),
    )
  })
  it('follows from its random bytes alone', () => {
    const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])
    expect(newReference('TRF', 1448, bytes)).toBe(newReference('TRF', 1448, bytes))
    expect(readableCode(bytes, 6)).toHaveLength(6)
    expect(() => newReference('TRF', 1448, new Uint8Array(4))).toThrow()
  })
})
