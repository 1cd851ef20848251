import type { Kysely, Transaction } from 'kysely'

/**
 * Every table of the house. Each room adds its own beside its migration, by declaration merging:
 * `declare module '#platform/database/tables.ts' { interface Tables { bill: BillTable } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their tables into it
export interface Tables {}

/** A connection to read from or write to; a transaction is one too. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
