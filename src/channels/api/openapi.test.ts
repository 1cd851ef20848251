import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { partnersDocument } from '#channels/partners/channel.ts'
import { partnerOperations } from '#channels/partners/operations.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { testBiller } from '#tests/support/program.ts'
import { apiDocument, operationsOf } from './channel.tsx'

let product: TestPlatform
let specimen: TestPlatform
beforeAll(async () => {
  product = await testPlatform()
  specimen = await testPlatform({
    catalogue: await discover(new URL('../../platform/fixtures', import.meta.url).pathname),
  })
})

const documentsOf = ({ platform }: TestPlatform) => ({
  api: apiDocument(platform, operationsOf(platform)),
  partners: partnersDocument(platform, partnerOperations(platform, testBiller)),
})

interface Described {
  readonly operationId: string
  readonly description: string
  readonly security: unknown
}
const described = (document: Readonly<Record<string, unknown>>): Described[] =>
  Object.values(document.paths as Record<string, Record<string, Described>>).flatMap((item) =>
    Object.values(item),
  )

describe('the OpenAPI documents', () => {
  it.each(['api', 'partners'] as const)('are OpenAPI 3.1: %s', async (which) => {
    for (const test of [product, specimen]) {
      const validator = new Validator()
      const judged = await validator.validate(JSON.parse(JSON.stringify(documentsOf(test)[which])))
      expect(judged.errors).toBeUndefined()
      expect(judged.valid).toBe(true)
      expect(validator.version).toBe('3.1')
    }
  })

  it('refer to nothing that is not there', () => {
    for (const document of Object.values(documentsOf(product))) {
      const references = JSON.stringify(document).match(/"#\/components\/[^"]+"/g) ?? []
      expect(references.length).toBeGreaterThan(10)
      for (const reference of new Set(references)) {
        const [, , group = '', name = ''] = JSON.parse(reference).split('/')
        const components = document.components as Record<string, Record<string, unknown>>
        expect(components[group]?.[name], reference).toBeDefined()
      }
    }
  })

  it('have one operation for each definition, in both languages', () => {
    const { catalogue } = product.platform
    const all = described(documentsOf(product).api)
    const ids = all.map((one) => one.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { slug, kind } of catalogue.definitions) {
      if (kind === 'procedure') continue
      expect(ids).toContain(slug)
      if (kind === 'service') expect(ids).toContain(`open-${slug}`)
    }
    for (const { operationId, description } of all) {
      expect(description, operationId).toMatch(/[a-z]{3}/)
      expect(description, operationId).toMatch(/[\u0600-\u06ff]{3}/)
    }
    expect(described(documentsOf(product).partners).map((one) => one.operationId)).toEqual(
      expect.arrayContaining(catalogue.operations.map(({ slug }) => slug)),
    )
  })
})
