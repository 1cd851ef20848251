import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import {
  type Audience,
  type Definition,
  type InquiryDefinition,
  isMeantFor,
  type SectorDefinition,
  type ServiceDefinition,
} from './definition.ts'
import type { HoldingDefinition } from './holding.ts'
import type { LifeEventDefinition } from './life-event.ts'
import type { OperationDefinition } from './operation.ts'
import type { PromptDefinition } from './prompt.ts'
import { amountOn, type Rate } from './rate.ts'
import { searchIndex } from './search.ts'

/** What discovery found, before it is checked. `file` names the place in messages. */
export interface Found<T> {
  readonly file: string
  readonly it: T
}

export interface Findings {
  readonly sectors: readonly Found<SectorDefinition>[]
  readonly definitions: readonly Found<Definition>[]
  readonly documents: readonly Found<DocumentDefinition>[]
  readonly operations: readonly Found<OperationDefinition>[]
  readonly rates: readonly { readonly file: string; readonly name: string; readonly rate: Rate }[]
  readonly holdings: readonly Found<HoldingDefinition>[]
  readonly prompts: readonly Found<PromptDefinition>[]
  readonly lifeEvents: readonly Found<LifeEventDefinition>[]
}

/** Every definition of the house, checked. */
export interface Catalogue {
  /** The newest version of each, by slug. */
  readonly definitions: readonly Definition[]
  readonly sectors: readonly SectorDefinition[]
  /** In the order in which they are carried. */
  readonly documents: readonly DocumentDefinition[]
  /** What each sector holds on a person, in the order in which it is read. */
  readonly holdings: readonly HoldingDefinition[]
  /** What happens in a life, as checklists of entries. */
  readonly lifeEvents: readonly LifeEventDefinition[]
  /** What may need a person first, by their registries. */
  readonly prompts: readonly PromptDefinition[]
  /** What partners' programs may do. */
  readonly operations: readonly OperationDefinition[]
  find(slug: string): Definition | undefined
  /** A service in the version that a request was made with; without one, the newest. */
  service(slug: string, version?: number): ServiceDefinition | undefined
  inquiry(slug: string): InquiryDefinition | undefined
  document(name: string): DocumentDefinition | undefined
  operation(slug: string): OperationDefinition | undefined
  sector(name: string): SectorDefinition | undefined
  rate(name: string): Rate
  amount(name: string, day: Day): Halalas
  search(
    words: string,
    filter?: { readonly sector?: string; readonly audience?: Audience },
  ): readonly Definition[]
}

/** Builds the catalogue from what was found; `checked` findings only. */
export function catalogueOf(findings: Findings): Catalogue {
  const versions = new Map<string, Definition[]>()
  for (const { it } of findings.definitions) versions.set(it.slug, [...(versions.get(it.slug) ?? []), it])
  const newest = new Map<string, Definition>()
  for (const [slug, all] of versions) {
    const last = all.reduce((a, b) => (b.version > a.version ? b : a))
    newest.set(slug, last)
  }
  const definitions = [...newest.values()].sort((a, b) => a.slug.localeCompare(b.slug))
  const sectors = findings.sectors.map(({ it }) => it).sort((a, b) => a.name.localeCompare(b.name))
  const documents = findings.documents.map(({ it }) => it).sort(inOrder)
  const operations = findings.operations.map(({ it }) => it).sort((a, b) => a.slug.localeCompare(b.slug))
  const rates = new Map(findings.rates.map(({ name, rate }) => [name, rate]))
  const rate = (name: string): Rate => {
    const found = rates.get(name)
    if (!found) throw new Error(`unknown rate ${name}`)
    return found
  }
  const index = searchIndex(definitions)
  return {
    prompts: findings.prompts.map(({ it }) => it),
    lifeEvents: findings.lifeEvents.map(({ it }) => it),
    definitions,
    sectors,
    documents,
    holdings: findings.holdings.map(({ it }) => it).sort(inOrder),
    operations,
    find: (slug) => newest.get(slug),
    service: (slug, version) => {
      const all = versions.get(slug) ?? []
      const found = version === undefined ? newest.get(slug) : all.find((one) => one.version === version)
      return found?.kind === 'service' ? found : undefined
    },
    inquiry: (slug) => {
      const found = newest.get(slug)
      return found?.kind === 'inquiry' ? found : undefined
    },
    document: (name) => documents.find((one) => one.name === name),
    operation: (slug) => operations.find((one) => one.slug === slug),
    sector: (name) => sectors.find((one) => one.name === name),
    rate,
    amount: (name, day) => amountOn(name, rate(name), day),
    search: (words, filter = {}) =>
      index(words).filter(
        (one) =>
          (!filter.sector || one.sector === filter.sector) &&
          (!filter.audience || isMeantFor(one, filter.audience)),
      ),
  }
}

type Ordered = Pick<HoldingDefinition, 'order' | 'sector' | 'name'>

const inOrder = (a: Ordered, b: Ordered): number =>
  (a.order ?? 100) - (b.order ?? 100) || a.sector.localeCompare(b.sector) || a.name.localeCompare(b.name)
