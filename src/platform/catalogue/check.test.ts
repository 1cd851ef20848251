import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import type { Findings } from './catalogue.ts'
import { check } from './check.ts'
import type { ServiceDefinition } from './definition.ts'
import { discover, find } from './discover.ts'
import { days } from './step.ts'

const fixtures = new URL('../fixtures', import.meta.url).pathname
const specimen = await find(fixtures)

/** The specimen with its service changed. */
const changed = (change: (it: ServiceDefinition) => Partial<ServiceDefinition>): Findings => ({
  ...specimen,
  definitions: specimen.definitions.map((found) =>
    found.it.kind === 'service' ? { ...found, it: { ...found.it, ...change(found.it) } } : found,
  ),
})
const first = (it: ServiceDefinition) => {
  const [step] = it.steps
  if (!step) throw new Error('the specimen has no step')
  return step
}

it('finds nothing wrong with the specimen', () => expect(check(specimen)).toEqual([]))

it.each<[string, (it: ServiceDefinition) => Partial<ServiceDefinition>]>([
  ["names unknown sector 'moon'", () => ({ sector: 'moon' })],
  ['is for establishments, but not about one', () => ({ audience: ['establishment'], power: 'bills.read' })],
  ["asks the unknown power 'moon.walk'", () => ({ audience: ['establishment'], power: 'moon.walk' })],
  ['is about an establishment, but not for one', () => ({ subject: thisEstablishment })],
  ["its slug is 'other', but the file is named 'hand-over-lantern'", () => ({ slug: 'other' })],
  ['its title is not in every language', () => ({ title: { ar: 'فانوس', en: '' } })],
  ["names unknown document 'nothing'", () => ({ documents: [{ document: 'nothing' }] })],
  [
    "document 'lantern-licence' names unknown role 'thief'",
    () => ({ documents: [{ document: 'lantern-licence', to: 'thief' }] }),
  ],
  ["party 'keeper' names unknown field 'nobody'", () => ({ parties: { keeper: 'nobody' } })],
  ["step 'bank' is there twice", (it) => ({ steps: [first(it), first(it)] })],
  ["step 'bank' has no deadline", (it) => ({ steps: [{ ...first(it), within: days(0) }] })],
  [
    "step 'pay' names unknown rate 'gold'",
    () => ({
      steps: [
        {
          kind: 'payment',
          id: 'pay',
          title: { ar: 'س', en: 'P' },
          by: 'applicant',
          within: days(1),
          items: [{ rate: 'gold' }],
        },
      ],
    }),
  ],
  [
    "step 'look' names unknown unit 'moon-base'",
    () => ({
      steps: [
        {
          kind: 'review',
          id: 'look',
          title: { ar: 'س', en: 'L' },
          unit: 'moon-base',
          within: days(1),
          refusals: [],
        },
      ],
    }),
  ],
  ...(
    [
      [
        "step 'pay' is paid ahead by 'price', which is no fixed choice",
        { code: '25', choice: 'price' },
        'applicant',
      ],
      ["step 'pay' is paid ahead, but not by the applicant", { code: '25', choice: 'price' }, 'keeper'],
      ["the bank's code 'x' is not of two digits", { code: 'x', choice: 'price' }, 'applicant'],
    ] as const
  ).map(([mistake, ahead, by]): [string, () => Partial<ServiceDefinition>] => [
    mistake,
    () => ({
      steps: [
        { kind: 'payment', id: 'pay', title: { ar: 'س', en: 'P' }, by, within: days(1), items: [], ahead },
      ],
    }),
  ]),
  ["payout field 'price' is no IBAN", () => ({ payout: { to: 'applicant', ibanField: 'price' } })],
  ['has no retention', () => ({ retentionYears: 0 })],
])('names the file and says: %s', (mistake, change) => {
  expect(check(changed(change))).toContainEqual(expect.stringMatching(/hand-over-lantern\.ts: /))
  expect(check(changed(change)).join('\n')).toContain(mistake)
})

it('stops the start with every mistake at once', async () => {
  await expect(discover(new URL('./no-such-folder', import.meta.url).pathname)).rejects.toThrow()
})

it('gives a request the version that it was made with', async () => {
  const { catalogueOf } = await import('./catalogue.ts')
  const two = catalogueOf({
    ...specimen,
    definitions: specimen.definitions.flatMap((found) =>
      found.it.kind === 'service' ? [found, { ...found, it: { ...found.it, version: 2 } }] : [found],
    ),
  })
  expect(two.service('hand-over-lantern')?.version).toBe(2)
  expect(two.service('hand-over-lantern', 1)?.version).toBe(1)
  expect(two.service('hand-over-lantern', 3)).toBeUndefined()
})

/** The specimen of a document that the registry holds, changed. */
const withCard = (change: Partial<DocumentDefinition>): Findings => ({
  ...specimen,
  documents: specimen.documents.map((found) =>
    found.it.name === 'keeper-card' ? { ...found, it: { ...found.it, ...change } } : found,
  ),
})
const blank = { ar: 'نعم', en: ' ' }

it.each<[string, Partial<DocumentDefinition>]>([
  ["its name is 'Card', but the file is named 'keeper-card'", { name: 'Card' }],
  ["its name 'Card' is not like 'driving-licence'", { name: 'Card' }],
  ["document 'lantern-licence' is defined twice", { name: 'lantern-licence' }],
  ["its prefix 'k' is not two to four capitals", { prefix: 'k' }],
  ['its title or issuer is not in every language', { issuer: blank }],
  ['is held by the registry, and so has to follow it', { follows: false }],
  [
    "the key 'Kept!' of its code is not like 'cls'",
    { codeWords: { 'Kept!': { label: { ar: 'س', en: 'K' } } } },
  ],
  [
    "the key 'kept' of its code has no word in some language",
    { codeWords: { kept: { label: { ar: 'س', en: 'K' }, values: { y: blank } } } },
  ],
  [
    "the name of view 'Over 18' is not like 'over-18'",
    { views: [{ name: 'Over 18', title: { ar: 'س', en: 'V' }, shows: [], answer: () => undefined }] },
  ],
  [
    "says something in its code (qr), but has no 'codeWords' to explain it",
    {
      codeWords: {},
      claims: async () => ({
        holderName: blank,
        validFrom: day('2026-01-01'),
        facts: [],
        qr: { cls: 'B' },
      }),
    },
  ],
  [
    "view 'v' answers with the key 'older', which its 'codeWords' do not explain",
    {
      views: [
        {
          name: 'v',
          title: { ar: 'س', en: 'V' },
          shows: [],
          answer: ({ birth }) => birth && { older: 'y' },
        },
      ],
    },
  ],
  [
    "view 'v' has no title in some language",
    { views: [{ name: 'v', title: blank, shows: [], answer: () => undefined }] },
  ],
])('names the file of a document and says: %s', (mistake, change) => {
  expect(check(withCard(change)).filter((one) => one.endsWith(`.ts: ${mistake}`))).toHaveLength(1)
})
