import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import type { Block } from './block.ts'
import type { Ground } from './subject.ts'

/** The official reports on what the state holds, by what they are about (register official-reports). */
export const reportNames = [
  'my-data',
  'family',
  'vehicles',
  'violations',
  'accidents',
  'domestic-workers',
] as const
export type ReportName = (typeof reportNames)[number]

export interface HoldingContext {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
  /** Opens what a table keeps sealed, for its owner to read. */
  readonly vault: Vault
}

export interface HoldingSpec {
  readonly sector: string
  readonly title: Text
  /** Smaller comes first; by sector and name where two are the same. 100 when absent. */
  readonly order?: number
  /** The official report that it belongs to besides the one of all one’s data: a new sector’s part is in it by itself. */
  readonly report?: Exclude<ReportName, 'my-data'>
  /** Opened from the vault for its owner’s eyes: not printed. */
  readonly screenOnly?: true
  /**
   * It is about others, whom the person answers for: no part of their own data, and in its report alone. Says who
   * they are and on what ground they are shown, so that each finds it in their log.
   */
  others?(context: HoldingContext, person: PersonNumber): Promise<ReadonlyMap<PersonNumber, Ground>>
  /** What it holds on the person, to be read by that person; no block when it holds nothing. */
  blocks(context: HoldingContext, person: PersonNumber): Promise<readonly Block[]>
}

export interface HoldingDefinition extends HoldingSpec {
  readonly kind: 'holding'
  readonly name: string
}

/**
 * One group of what the state holds on a person, as that person reads it (register `my-data`): the default
 * export of a file in a sector's `holdings/`, so that a sector is read without being imported.
 */
export const holding = (name: string, spec: HoldingSpec): HoldingDefinition => ({
  kind: 'holding',
  name,
  ...spec,
})

/** What is held on somebody, group by group. */
export interface Held {
  readonly title: Text
  readonly blocks: readonly Block[]
}

/** All groups that hold something on a person, in their order. */
export const heldOn = (
  holdings: readonly HoldingDefinition[],
  context: HoldingContext,
  person: PersonNumber,
): Promise<readonly Held[]> =>
  read(
    holdings.filter((it) => !it.others),
    context,
    person,
  )

/** What an official report holds, and the others who are shown in it. */
export interface ReportOf {
  readonly held: readonly Held[]
  readonly others: ReadonlyMap<PersonNumber, Ground>
}

/** The groups of one report, in their order; in that of all data, every group on the person that may be printed. */
export async function reportOf(
  holdings: readonly HoldingDefinition[],
  context: HoldingContext,
  person: PersonNumber,
  report: ReportName,
): Promise<ReportOf> {
  const parts = holdings.filter((it) =>
    report === 'my-data' ? !it.others && !it.screenOnly : it.report === report,
  )
  const others = await Promise.all(parts.map((it) => it.others?.(context, person)))
  return {
    held: await read(parts, context, person),
    others: new Map(others.flatMap((one) => [...(one ?? [])])),
  }
}

async function read(
  holdings: readonly HoldingDefinition[],
  context: HoldingContext,
  person: PersonNumber,
): Promise<readonly Held[]> {
  const all = await Promise.all(
    holdings.map(async (it) => ({ title: it.title, blocks: await it.blocks(context, person) })),
  )
  return all.filter((one) => one.blocks.length > 0)
}

/** Its blocks under its title. */
export const titledBlocks = ({ title, blocks }: Held): readonly Block[] =>
  blocks.map((block, at) =>
    at === 0 && (block.kind === 'facts' || block.kind === 'table' || block.kind === 'verdicts')
      ? { title, ...block }
      : block,
  )
