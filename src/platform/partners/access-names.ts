import type { AccessEntry } from '#platform/audit/access-log.ts'
import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** The same lines, with the partners’ names in the place of their clients’ ids. */
export async function withPartnerNames(
  db: Db,
  entries: readonly AccessEntry[],
): Promise<readonly AccessEntry[]> {
  const ids = [...new Set(entries.filter(isPartners).map(({ who }) => who.name.en))]
  if (ids.length === 0) return entries
  const rows = await db
    .selectFrom('partner_client')
    .select(['client_id', 'name'])
    .where('client_id', 'in', ids)
    .execute()
  const names = new Map(rows.map((row) => [row.client_id, row.name]))
  return entries.map((entry) => {
    const name = isPartners(entry) ? names.get(entry.who.name.en) : undefined
    return name ? { ...entry, who: { ...entry.who, name } } : entry
  })
}

/** What a partner’s program did; its line has the client’s id for a name. */
const isPartners = ({ who }: AccessEntry): boolean => who.kind === 'partner'
