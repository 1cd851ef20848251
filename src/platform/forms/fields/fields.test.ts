import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import { showValue } from '#platform/catalogue/show.ts'
import type { Field, Option } from '../field.ts'
import * as fields from './index.ts'

const label: Text = { ar: 'السؤال', en: 'The question' }
const today = day('2026-11-23')
const read = <T>(field: Field<T>, raw: unknown, options?: readonly Option[]) =>
  field.parse(raw, { today, ...(options && { options }) })
const refusal = (field: Field, raw: unknown) => {
  const parsed = read(field, raw)
  return parsed.ok ? 'taken' : parsed.error.en
}
const colours: readonly Option[] = [
  { value: 'red', label: { ar: 'أحمر', en: 'Red' } },
  { value: 'green', label: { ar: 'أخضر', en: 'Green' } },
]
const address = {
  building: '2929',
  street: 'شارع العليا',
  district: 'حي الورود',
  city: 'الرياض',
  postcode: '12215',
  additional: '8118',
}

/** A right answer to each kind, as a program sends it. */
const samples: readonly [Field, unknown][] = [
  [fields.text({ label, multiline: true }), 'سطر\nثانٍ'],
  [fields.choice({ label, options: colours }), 'red'],
  [fields.choices({ label, options: colours }), ['red', 'green']],
  [fields.yesNo({ label }), false],
  [fields.integer({ label, min: 1, max: 10 }), 7],
  [fields.money({ label }), '1250.50'],
  [fields.date({ label }), '2026-11-23'],
  [fields.date({ label, calendar: 'hijri' }), '2026-11-23'],
  [fields.personNumber({ label }), '1912345673'],
  [fields.personOrPassport({ label }), 'Z12345678'],
  [fields.personOrPassport({ label }), '1912345673'],
  [fields.mobile({ label }), '+966521234567'],
  [fields.email({ label }), 'noura@example.sa'],
  [fields.iban({ label }), 'SA0380000000608010167519'],
  [fields.plate({ label }), 'أ ب ح 1234'],
  [fields.nationalAddress({ label }), address],
  [fields.nationalAddress({ label, short: 'required' }), { ...address, short: `RRRD${address.building}` }],
  [
    fields.file({ label, accept: ['application/pdf'], maxBytes: 5_000_000 }),
    { file: '0197', name: 'a.pdf', type: 'application/pdf', bytes: 9 },
  ],
  [fields.consent({ label }), true],
]

describe.each(samples.map(([field, raw]) => [field.kind, field, raw] as const))('%s', (_kind, field, raw) => {
  it('is read and shown', () => {
    const parsed = read(field, raw)
    if (!parsed.ok) throw new Error(parsed.error.en)
    for (const locale of ['ar', 'en'] as const)
      expect(showValue(field.show(parsed.value, {}), locale)).not.toBe('')
  })
  it('must be answered, and says so in both languages', () => {
    for (const blank of [undefined, null, '', '  ', [], {}, { calendar: 'hijri' }]) {
      const parsed = read(field, blank)
      expect(parsed.ok).toBe(false)
      expect(parsed.ok ? '' : parsed.error.ar).toMatch(/[\u0621-\u064a]/)
    }
  })
  it('answers whatever is sent to it, and throws at nothing', () => {
    fc.assert(fc.property(fc.anything(), (anything) => typeof read(field, anything).ok === 'boolean'))
  })
})

describe('an optional field', () => {
  it('may stay without an answer, and its type says so', () => {
    const field = fields.mobile({ label, optional: true })
    expect(read(field, '')).toEqual({ ok: true, value: undefined })
    expect(read(field, '05').ok).toBe(false)
    expectTypeOf(field).toExtend<Field<string | undefined>>()
  })
})

describe('text', () => {
  it('counts letters, not bytes, and says the bounds', () => {
    expect(refusal(fields.text({ label, min: 5 }), 'قصة')).toBe('Write at least 5 characters')
    expect(refusal(fields.text({ label, max: 3 }), '🐪🐪🐪🐪')).toBe(
      'Shorten it to 3 characters: you wrote 4',
    )
  })
  it('drops what could disguise it', () => {
    expect(read(fields.text({ label }), ' a\u202eb\u0000\n c ')).toEqual({ ok: true, value: 'ab c' })
  })
})

describe('choice', () => {
  it('takes only what was offered, and knows the values as types', () => {
    const field = fields.choice({
      label,
      options: [
        { value: 'new', label },
        { value: 'lost', label },
      ],
    })
    expectTypeOf(field).toEqualTypeOf<Field<'new' | 'lost'>>()
    expect(refusal(field, 'stolen')).toBe('Choose one from the list')
  })
  it('takes what the service loaded, and nothing when nothing was', () => {
    const field = fields.choice({ label, options: 'subject' })
    expect(read(field, 'red', colours)).toEqual({ ok: true, value: 'red' })
    expect(read(field, 'red').ok).toBe(false)
    expect(showValue(field.show('red', { options: colours }), 'ar')).toBe('أحمر')
  })
  it('of several takes one ticked box, and each once', () => {
    const field = fields.choices({ label, options: colours })
    expect(read(field, 'red')).toEqual({ ok: true, value: ['red'] })
    expect(read(field, ['red', 'red', 'green'])).toEqual({ ok: true, value: ['red', 'green'] })
    expect(read(field, ['red', 'blue']).ok).toBe(false)
  })
})

describe('money', () => {
  const price = fields.money({ label, min: sar(500), max: sar(1_000_000) })
  it('says the range', () => {
    expect(refusal(price, '499.99')).toBe('Enter an amount between 500 and 1,000,000 riyals')
    expect(refusal(price, '1000000.01')).toBe('Enter an amount between 500 and 1,000,000 riyals')
    expect(read(price, '١٬٠٠٠٬٠٠٠')).toEqual({ ok: true, value: sar(1_000_000) })
  })
  it('refuses a JSON number, which could be riyals or halalas', () => {
    expect(refusal(price, 60_000)).toContain('as a string')
  })
})

describe('date', () => {
  const born = fields.date({ label, max: 'today' })
  it('takes both calendars in parts', () => {
    expect(read(born, { day: '9', month: '11', year: '1424', calendar: 'hijri' })).toEqual({
      ok: true,
      value: '2004-01-01',
    })
    expect(read(born, { day: '١', month: '١', year: '٢٠٠٤', calendar: 'gregorian' })).toEqual({
      ok: true,
      value: '2004-01-01',
    })
  })
  it('notices a year of the other calendar', () => {
    expect(refusal(born, { day: '1', month: '1', year: '1424', calendar: 'gregorian' })).toContain(
      'choose the Hijri calendar',
    )
    expect(refusal(born, { day: '1', month: '1', year: '2004', calendar: 'hijri' })).toContain(
      'choose the Gregorian',
    )
  })
  it('keeps to its limits and names the day in both calendars', () => {
    expect(refusal(born, '2026-11-24')).toBe(
      'Enter a date that is not after 23 November 2026 (13 Jumada II 1448 AH)',
    )
    const adult = fields.date({ label, max: { years: -18 }, min: day('1900-01-01') })
    expect(read(adult, '2008-11-23').ok).toBe(true)
    expect(read(adult, '2008-11-24').ok).toBe(false)
    expect(read(adult, '1899-12-31').ok).toBe(false)
  })
})

describe('identifiers', () => {
  it('say whose number is wanted', () => {
    const field = fields.personNumber({ label, kinds: ['citizen', 'resident'] })
    expect(refusal(field, '3900000005')).toBe(
      'Enter a national ID, which begins with 1, or an iqama, which begins with 2',
    )
    expect(read(field, '٢٩٠٠٠٠٠٠٠٧')).toEqual({ ok: true, value: '2900000007' })
  })
  it('tell a person from a passport', () => {
    const field = fields.personOrPassport({ label })
    expect(read(field, '1912345673')).toMatchObject({ value: { kind: 'person' } })
    expect(read(field, 'z12345678')).toEqual({ ok: true, value: { kind: 'passport', passport: 'Z12345678' } })
    expect(read(field, '12-')).toMatchObject({
      error: { en: expect.stringContaining('ID or iqama number of 10') },
    })
    expect(refusal(field, '1912345670')).toBe('Check the number: one digit is wrong')
  })
  it('take a plate in two boxes', () => {
    const field = fields.plate({ label })
    expect(read(field, { letters: ['أ', 'ب', 'ح'], digits: '1234' })).toEqual(read(field, 'أبح 1234'))
    expect(read(field, { letters: 'JBA', digits: '١٢٣٤' })).toEqual(read(field, 'أبح 1234'))
  })
})

describe('file', () => {
  it('keeps to its types and size', () => {
    const field = fields.file({ label, accept: ['application/pdf', 'image/jpeg'], maxBytes: 2_500_000 })
    const handle = { file: '0197', name: 'a.pdf', type: 'application/pdf', bytes: 1000 }
    expect(read(field, handle)).toEqual({ ok: true, value: handle })
    expect(refusal(field, { ...handle, type: 'text/html' })).toBe('Attach a file of type PDF or JPEG')
    expect(refusal(field, { ...handle, bytes: 2_500_001 })).toContain('at most 2.5 MB')
    expect(read(field, { ...handle, file: '../x' }).ok).toBe(false)
  })
})
