import type { PersonNumber } from '#kernel/person-number.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import '#platform/audit/tables.ts'

/** Something that happened to an account. */
export interface AccountEvent {
  readonly id: string
  readonly at: Date
  /** `session.start`, `account.change-password`, … */
  readonly action: string
  /** On what, or from which browser. */
  readonly about: string | undefined
  /** By what right it was done, where that says more: `kiosk`. */
  readonly ground: string | undefined
  /** Whether somebody else did it: an officer, a bank. */
  readonly byOther: boolean
}

/**
 * What happened to an account, newest first: signing in and out, refused tries, changes (register
 * sign-in-history). It is what the audit holds. `before`: the id of the last event of the page before.
 */
export async function accountHistory(
  db: Db,
  person: PersonNumber,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly AccountEvent[]> {
  let query = db
    .selectFrom('audit_event')
    .select(['id', 'at', 'action', 'about', 'ground', 'actor_kind'])
    .where('person_id', '=', person)
    .where((on) => on.or([on('action', 'like', 'session.%'), on('action', 'like', 'account.%')]))
  if (before !== undefined && isId(before)) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    about: row.about ?? undefined,
    ground: row.ground ?? undefined,
    byOther: row.actor_kind === 'officer' || row.actor_kind === 'partner',
  }))
}
