import { expect, it } from 'vitest'
import { discover } from '#platform/catalogue/discover.ts'
import { document } from '#platform/documents/document.ts'
import { knownDocuments } from './known-documents.ts'

const both = (en: string) => ({ ar: en, en })
const specimen = document('permit', {
  sector: 'specimen',
  title: both('Permit'),
  issuer: both('Office'),
  look: { kind: 'certificate', accent: '#0f5c4c' },
  prefix: 'SP',
  codeWords: { cls: { label: both('Class') }, until: { label: both('Until') } },
  views: [
    { name: 'whole', title: both('Whole?'), shows: ['name'], answer: ({ qr }) => qr },
    { name: 'part', title: both('Part?'), shows: [], answer: ({ qr }) => ({ cls: qr?.cls ?? '' }) },
    {
      name: 'other',
      title: both('Other?'),
      shows: [],
      answer: ({ qr }) => ({ cls: qr?.cls === 'B' ? 'y' : 'n' }),
    },
    { name: 'born', title: both('Born?'), shows: [], answer: ({ birth }) => birth && { cls: birth } },
  ],
  claims: async () => undefined,
})

it('are words, views, and what of its code a view repeats', () => {
  const known = knownDocuments({ documents: [specimen] }).permit
  expect(known).toMatchObject({ title: both('Permit'), issuer: both('Office'), words: specimen.codeWords })
  const repeats = Object.entries(known?.views ?? {}).map(([name, view]) => [name, view.repeats])
  expect(Object.fromEntries(repeats)).toEqual({ whole: ['cls', 'until'], part: ['cls'], other: [], born: [] })
})

it('are read off every document of the house, and none of its views throws at it', async () => {
  const { documents } = await discover()
  const known = knownDocuments({ documents })
  expect(Object.keys(known).sort()).toEqual(documents.map(({ name }) => name).sort())
  // What a whole licence says in its code answers whether its holder may drive.
  expect(known['driving-licence']?.views['may-drive']?.repeats).toContain('cls')
  expect(JSON.stringify(known)).not.toContain('mark:')
})
