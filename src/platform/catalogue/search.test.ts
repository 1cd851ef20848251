import { describe, expect, it } from 'vitest'
import { type Definition, procedure } from './definition.ts'
import { fold, searchIndex, wordsOf } from './search.ts'

const entry = (slug: string, ar: string, en: string, words: readonly string[] = []): Definition =>
  procedure(slug, {
    sector: 's',
    version: 1,
    title: { ar, en },
    summary: { ar: `خدمة ${ar}`, en: `Service: ${en}` },
    words,
    audience: ['citizen'],
    time: { ar: 'فورًا', en: 'At once' },
    access: 'public',
    page: '/',
    steps: [],
  })

const search = searchIndex([
  entry('renew-licence', 'تجديد رخصة القيادة', 'Renew driving licence'),
  entry('sell-vehicle', 'مبايعة مركبة', 'Sell a vehicle', ['بيع المركبات', 'car']),
  entry('fingerprint', 'الاستعلام العام عن البصمة', 'Fingerprint status', ['الطباعة الرقمية']),
  entry('absence', 'بلاغ تغيب عن العمل', 'Report absence', ['بلاغ هروب']),
])
const first = (words: string) => search(words)[0]?.slug

describe('folding', () => {
  it.each([
    ['إقامَة', 'اقامه'],
    ['أمـــل', 'امل'],
    ['مبنى', 'مبني'],
    ['ٱلرّخصة', 'الرخصه'],
    ['ID', 'id'],
  ])('%s reads %s', (typed, read) => expect(fold(typed)).toBe(read))

  it('leaves the article and the smallest words out', () => {
    expect(wordsOf('عن البصمة والمركبات')).toEqual(['بصمه', 'مركبات'])
  })
})

describe('searching', () => {
  it.each([
    ['رخصه قياده', 'renew-licence'],
    ['تجديد الرخصة', 'renew-licence'],
    ['بيع مركبه', 'sell-vehicle'],
    ['car', 'sell-vehicle'],
    ['بصمه', 'fingerprint'],
    ['الطباعة الرقمية', 'fingerprint'],
    ['بلاغ هروب', 'absence'],
    ['fingerprnt', 'fingerprint'],
    ['how do i renew my licence', 'renew-licence'],
  ])('%s finds %s first', (words, slug) => expect(first(words)).toBe(slug))

  it('finds as one types', () => expect(first('renew dri')).toBe('renew-licence'))
  it('finds nothing where there is nothing', () => expect(search('طيران')).toEqual([]))
  it('shows everything when nothing is asked', () => expect(search('  ')).toHaveLength(4))
})
