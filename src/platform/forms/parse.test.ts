import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import { form } from './field.ts'
import { date, text, yesNo } from './fields/index.ts'
import { decodePosted, formSchema, parseForm } from './parse.ts'

const label = { ar: 'سؤال', en: 'Question' }
const asked = form({
  name: text({ label, max: 20 }),
  born: date({ label }),
  urgent: yesNo({ label, optional: true }),
})
const context = { today: day('2026-11-23'), options: {} }

describe('a form', () => {
  it('gives typed answers, and leaves out what was not answered', () => {
    const parsed = parseForm(asked, { name: 'نورة', born: '2004-01-01' }, context)
    expect(parsed).toEqual({ ok: true, value: { name: 'نورة', born: '2004-01-01' } })
    if (parsed.ok) expectTypeOf(parsed.value.born).toEqualTypeOf<Day>()
  })
  it('says everything that is wrong at once, unknown names too', () => {
    const parsed = parseForm(asked, { born: '2004-02-30', nmae: 'x' }, context)
    expect(parsed.ok ? [] : Object.keys(parsed.error).sort()).toEqual(['born', 'name', 'nmae'])
  })
  it('reads one page alone', () => {
    expect(parseForm(asked, { name: 'نورة', token: 'x' }, { ...context, only: ['name'] })).toEqual({
      ok: true,
      value: { name: 'نورة' },
    })
  })
  it('takes no answer from a prototype', () => {
    expect(parseForm(asked, Object.create({ name: 'x', born: '2004-01-01' }), context).ok).toBe(false)
    const sent = JSON.parse('{"name":"x","born":"2004-01-01","__proto__":{"a":1}}')
    expect(parseForm(asked, sent, context).ok).toBe(false)
  })
  it('has a schema with what it needs', () => {
    expect(formSchema(asked)).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['name', 'born'],
      properties: { name: { type: 'string', maxLength: 20 }, born: { format: 'date' } },
    })
  })
})

describe('what a browser posts', () => {
  it('becomes what a program sends', () => {
    const body = {
      name: 'نورة',
      'born.year': '1424',
      'born.month': '11',
      'born.day': '9',
      'born.calendar': 'hijri',
      many: ['a', 'b'],
    }
    expect(decodePosted(body)).toEqual({
      name: 'نورة',
      born: { year: '1424', month: '11', day: '9', calendar: 'hijri' },
      many: ['a', 'b'],
    })
    expect(parseForm(asked, decodePosted({ ...body, csrf: 'x' }, asked), context)).toMatchObject({
      ok: true,
      value: { born: '2004-01-01' },
    })
  })
  it('reaches no prototype and goes no deeper than parts', () => {
    const body = JSON.parse(
      '{"__proto__.polluted":"1","constructor.prototype":"2","a.b.c":"3","_csrf":"4","a.__proto__":"5","":"6"}',
    )
    const decoded = decodePosted(body)
    expect(decoded).toEqual({ constructor: { prototype: '2' } })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.hasOwn(Object, 'polluted')).toBe(false)
  })
  it('is bounded', () => {
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`n${n}`, 'x']))
    expect(Object.keys(decodePosted(names))).toHaveLength(300)
    expect(decodePosted({ a: Array.from({ length: 1000 }, () => 'x') }).a).toHaveLength(100)
  })
})
