import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { CodeClaims } from '#platform/documents/credential/claims.ts'
import type { KnownDocuments } from './known-documents.ts'
import { type Purpose, purposesOf, tell } from './purpose.ts'

const yesNo = { y: { ar: 'نعم', en: 'Yes' }, n: { ar: 'لا', en: 'No' } }
const known: KnownDocuments = {
  identity: {
    title: { ar: 'هوية', en: 'Identity' },
    issuer: { ar: 'الأحوال', en: 'Civil affairs' },
    words: { over18: { label: { ar: 'فوق 18', en: 'Over 18' }, values: yesNo } },
    views: {
      'over-18': { title: { ar: 'فوق 18؟', en: 'Over 18?' }, shows: ['face'], repeats: [] },
      resident: { title: { ar: 'مقيم؟', en: 'Resident?' }, shows: ['name'], repeats: [] },
    },
  },
  licence: {
    title: { ar: 'رخصة', en: 'Licence' },
    issuer: { ar: 'المرور', en: 'Traffic' },
    words: { cls: { label: { ar: 'الفئة', en: 'Class' }, values: { B: { ar: 'خاصة', en: 'Private' } } } },
    views: {
      'may-drive': { title: { ar: 'يقود؟', en: 'May drive?' }, shows: ['face', 'name'], repeats: ['cls'] },
    },
  },
  slip: { title: { ar: 'إيصال', en: 'Slip' }, issuer: { ar: 'جهة', en: 'Office' }, words: {}, views: {} },
}
const face = new Uint8Array([1, 2])
const whole: CodeClaims = {
  issuer: 'https://diwan.example',
  issuedAt: new Date('2026-03-01T00:00:00Z'),
  validFrom: day('2026-03-01'),
  validUntil: day('2031-02-28'),
  document: 'identity',
  number: 'ID-4471120',
  name: { ar: 'نورة آل مثال', en: 'Noura Al Mithal' },
  birth: day('2008-03-01'),
  face,
  status: { uri: 'https://diwan.example/status/1', index: 7 },
}
const licence: CodeClaims = { ...whole, document: 'licence', extra: { cls: 'B', odd: 'x' } }
const over18: CodeClaims = {
  ...whole,
  view: 'over-18',
  number: undefined,
  name: undefined,
  birth: undefined,
  extra: { over18: 'y' },
}
const today = day('2026-03-01')
const told = (purpose: Purpose, claims: CodeClaims, on = today) => {
  const { facts, ...rest } = tell(purpose, claims, known, on)
  const values = facts.map(({ label, value }) => [
    label.en,
    value.kind === 'text' ? value.text.en : value.kind === 'day' ? value.day : value.code,
  ])
  return { ...rest, facts: values, all: JSON.stringify(facts) }
}

describe('what can be asked', () => {
  it('follows from what the documents can answer', () => {
    expect(purposesOf(known).map(({ purpose }) => purpose)).toEqual([
      'genuine',
      'view:over-18',
      'view:resident',
      'view:may-drive',
      'document:identity',
      'document:licence',
    ])
    expect(purposesOf({}).map(({ purpose }) => purpose)).toEqual(['genuine'])
  })
})

describe('a narrower showing', () => {
  it('shows its answer and the face, and nothing else', () => {
    expect(told('view:over-18', over18)).toMatchObject({
      facts: [['Over 18', 'Yes']],
      face,
      verdict: 'yes',
      gap: undefined,
    })
    expect(told('genuine', over18).facts).toEqual([['Over 18', 'Yes']])
    expect(told('view:over-18', { ...over18, extra: { over18: 'n' } }).verdict).toBe('no')
  })

  it('leaves another question open, and says so', () => {
    expect(told('view:may-drive', over18).gap).toBe('other-view')
    expect(told('document:licence', over18).gap).toBe('other-document')
    expect(told('document:identity', over18).gap).toBeUndefined()
  })

  it('shows what it was made to show, also under words that came later', () => {
    const named = { ...over18, document: 'new-card', view: 'resident', name: whole.name, extra: { x: 'y' } }
    expect(told('genuine', named).facts).toEqual([
      ['Document', 'new-card'],
      ['Holder', 'Noura Al Mithal'],
    ])
  })
})

describe('a whole document shows the least that serves', () => {
  it('when it is to be genuine and somebody’s: what one compares', () => {
    const shown = told('genuine', whole)
    expect(shown.facts).toEqual([
      ['Document', 'Identity'],
      ['Holder', 'Noura Al Mithal'],
      ['Number ends in', '1120'],
      ['Valid until', '2031-02-28'],
      ['Issued by', 'Civil affairs'],
    ])
    expect(shown.face).toBe(face)
    for (const kept of ['2008', 'ID-4471']) expect(shown.all).not.toContain(kept)
  })

  it('when an age is asked: yes or no, from the day of that birthday on', () => {
    const shown = told('view:over-18', whole)
    expect(shown).toMatchObject({ facts: [['Over 18?', 'Yes']], verdict: 'yes', face })
    for (const kept of ['2008', 'Noura', '1120']) expect(shown.all).not.toContain(kept)
    expect(told('view:over-18', whole, day('2026-02-28'))).toMatchObject({
      facts: [['Over 18?', 'No']],
      verdict: 'no',
    })
    expect(told('view:over-18', { ...whole, birth: undefined }).gap).toBe('not-in-it')
  })

  it('when another view is asked: what that view shows, and what the code says of it', () => {
    expect(told('view:may-drive', licence)).toMatchObject({
      facts: [
        ['Class', 'Private'],
        ['Holder', 'Noura Al Mithal'],
      ],
      face,
    })
    expect(told('view:may-drive', { ...licence, extra: undefined }).gap).toBe('not-in-it')
  })

  it('when its code does not hold the answer: neither that nor anything in its place', () => {
    const shown = told('view:resident', { ...whole, extra: { over18: 'y' } })
    expect(shown).toMatchObject({ facts: [['Document', 'Identity']], gap: 'not-in-it' })
  })

  it('when one kind is asked: what it says', () => {
    expect(told('document:licence', licence).facts).toEqual([
      ['Document', 'Licence'],
      ['Holder', 'Noura Al Mithal'],
      ['Class', 'Private'],
      ['Valid until', '2031-02-28'],
    ])
  })

  it.each(['view:over-18', 'document:identity'] as const)(
    'but not who carries another kind: %s',
    (purpose) => {
      const shown = told(purpose, licence)
      expect(shown).toMatchObject({ facts: [['Document', 'Licence']], gap: 'other-document' })
      expect(shown.face).toBeUndefined()
    },
  )
})
