import { describe, expect, it } from 'vitest'
import { ok } from '#kernel/result.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { catalogueOf, type Findings } from './catalogue.ts'
import { check } from './check.ts'
import { sector } from './definition.ts'
import { find } from './discover.ts'
import { type OperationSpec, operation } from './operation.ts'

const both = { ar: 'فانوس', en: 'Lantern' }
const lanterns = sector({ name: 'lanterns', title: both, summary: both, icon: 'lamp', units: {} })
const reference = form({ reference: text({ label: both }) })
const record = (over: Partial<Omit<OperationSpec, 'input' | 'run'>> = {}) =>
  operation('record-lantern', {
    sector: 'lanterns',
    version: 1,
    path: '/lanterns',
    scope: 'lanterns:write',
    title: both,
    summary: both,
    input: reference,
    run: async () => ok({ number: '1' }),
    ...over,
  })

/** This folder holds no definition: everything that there can be, and none of it. */
const nothing = await find(import.meta.dirname)

const findings = (...operations: readonly ReturnType<typeof record>[]): Findings => ({
  ...nothing,
  sectors: [{ file: 'sector.ts', it: lanterns }],
  operations: operations.map((it) => ({ file: 'operations/record-lantern.ts', it })),
})

describe('an operation', () => {
  it('is found by its slug when it is whole', () => {
    expect(check(findings(record()))).toEqual([])
    expect(catalogueOf(findings(record())).operation('record-lantern')?.path).toBe('/lanterns')
  })

  it.each([
    ['its sector', { sector: 'ships' }, "names unknown sector 'ships'"],
    ['its path', { path: 'lanterns' }, "its path 'lanterns' is not like '/violations'"],
    ['its scope', { scope: 'everything' }, "its scope 'everything' is not like 'things:write'"],
    ['its words', { title: { ar: '', en: 'Lantern' } }, 'its title or summary is not in every language'],
  ])('is refused for %s', (_, over, says) => {
    expect(check(findings(record(over)))).toEqual([`operations/record-lantern.ts: ${says}`])
  })

  it('is refused twice under one slug or at one path', () => {
    expect(check(findings(record(), record()))).toEqual([
      "operations/record-lantern.ts: operation 'record-lantern' is defined twice",
      "operations/record-lantern.ts: its path '/lanterns' is another operation's",
    ])
  })
})
