import type { Selectable } from 'kysely'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { findPersons } from '#platform/people/person.ts'
import { actionTitle, groundTitle } from './action.ts'
import type { AuditEventTable } from './tables.ts'

/** One time that somebody else looked at a person's data or acted on it. */
export interface AccessEntry {
  readonly id: string
  readonly at: Date
  readonly who: {
    readonly kind: Principal['kind']
    readonly name: Text
    /** The officer's units at that time, by code. */
    readonly units: readonly string[]
    /** The establishment in whose name they did it. */
    readonly for: Text | undefined
  }
  readonly action: string
  /** The action in words. */
  readonly title: Text
  readonly about: string | undefined
  readonly ground: string | undefined
  /** The ground in words, where it has any. */
  readonly right: Text | undefined
}

/**
 * Who looked at a person's data or acted on it, other than that person and the platform itself; newest
 * first. `before`: the id of the last entry of the page before.
 */
export async function accessLog(
  db: Db,
  person: PersonNumber,
  { before, limit = 20 }: { readonly before?: string; readonly limit?: number } = {},
): Promise<readonly AccessEntry[]> {
  let query = db
    .selectFrom('audit_event')
    .selectAll()
    .where('person_id', '=', person)
    .where('actor_kind', '<>', 'system')
    .where(({ eb, or }) => or([eb('actor_person', 'is', null), eb('actor_person', '<>', person)]))
    // What the person did before there was a session: registering.
    .where(({ eb, or }) =>
      or([eb('actor_kind', '<>', 'anonymous'), eb('ground', 'is distinct from', 'self')]),
    )
  if (before && isId(before)) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  const actors = await findPersons(db, [...new Set(rows.flatMap((row) => row.actor_person ?? []))])
  const firms = await namesOf(
    db,
    new Set(rows.flatMap((row) => row.acting_for ?? []).filter(isEstablishment)),
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: {
      kind: row.actor_kind,
      name: nameOf(row, row.actor_person ? actors.get(row.actor_person)?.shortName : undefined),
      units: row.units,
      for: row.acting_for === null ? undefined : firms.get(row.acting_for),
    },
    action: row.action,
    title: actionTitle(row.action, aboutTheEstablishment(row) ? 'establishment' : 'person'),
    about: row.about ?? undefined,
    ground: row.ground ?? undefined,
    right: row.ground === null ? undefined : groundTitle(row.ground),
  }))
}

const namesOf = async (
  db: Db,
  numbers: ReadonlySet<EstablishmentNumber>,
): Promise<ReadonlyMap<string, Text>> =>
  new Map(
    await Promise.all(
      [...numbers].map(
        async (one): Promise<[string, Text]> => [
          one,
          (await findEstablishment(db, one))?.name ?? { ar: one, en: one },
        ],
      ),
    ),
  )

/** What was done in an establishment's name reaches its owner; what it did with somebody's data, that person. */
const aboutTheEstablishment = (row: Pick<Selectable<AuditEventTable>, 'acting_for' | 'ground'>): boolean =>
  row.acting_for !== null &&
  isEstablishment(row.acting_for) &&
  (row.ground === 'delegate' || row.ground === 'owner')

function nameOf(
  row: { actor_kind: Principal['kind']; actor_id: string | null },
  name: Text | undefined,
): Text {
  if (name) return name
  if (row.actor_id) return { ar: row.actor_id, en: row.actor_id }
  return row.actor_kind === 'anonymous'
    ? { ar: 'زائر لم يسجل الدخول', en: 'A visitor who was not signed in' }
    : { ar: 'شخص غير معروف', en: 'Somebody unknown' }
}
