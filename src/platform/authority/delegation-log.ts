import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { actionTitle } from '#platform/audit/action.ts'
import { record } from '#platform/audit/record.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson, findPersons } from '#platform/people/person.ts'
import type { Principal } from './principal.ts'
import type { PrincipalNumber } from './tables.ts'

/** A line of what became of a delegation, and of what was done under it. */
export interface DelegationEvent {
  readonly id: string
  readonly at: Date
  readonly who: Text
  readonly type: string
  readonly about: string | undefined
  /** The powers that it was about, when it was about powers. */
  readonly powers: readonly string[] | undefined
}

export async function appendEvent(
  tx: Db,
  event: {
    readonly principal: PrincipalNumber
    readonly delegation: string
    readonly by: PersonNumber
    readonly type: string
    readonly about?: string
    readonly powers?: readonly string[]
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('delegation_event')
    .values({
      principal_id: event.principal,
      delegation_id: event.delegation,
      id: newId(event.at),
      at: event.at,
      by_person: event.by,
      type: event.type,
      about: event.about ?? null,
      powers: event.powers ? [...event.powers] : null,
    })
    .execute()
}

/** The log of one delegation for its principal, newest first; `before` continues it. */
export async function delegationLog(
  db: Db,
  principal: PrincipalNumber,
  delegation: string,
  { before, limit = 50 }: { readonly before?: string; readonly limit?: number } = {},
): Promise<readonly DelegationEvent[]> {
  let query = db
    .selectFrom('delegation_event')
    .selectAll()
    .where('principal_id', '=', principal)
    .where('delegation_id', '=', delegation)
  if (before) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  const people = await findPersons(db, [...new Set(rows.map((row) => row.by_person))])
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: people.get(row.by_person)?.shortName ?? { ar: '', en: '' },
    type: row.type,
    about: row.about ?? undefined,
    powers: row.powers ?? undefined,
  }))
}

/**
 * Notes what somebody did under a delegation: in the delegation's log and in the access log of whom they act
 * for, who is told as well unless it was only a look. Does nothing when somebody acts for themselves.
 */
export async function noteActing(
  tx: Tx,
  principal: Principal,
  act: { readonly action: string; readonly about: string; readonly tell?: Text; readonly at: Date },
): Promise<void> {
  if (principal.kind !== 'person' || !principal.actingFor) return
  const { person, delegation } = principal.actingFor
  const { action, about, tell, at } = act
  await appendEvent(tx, { principal: person, delegation, by: principal.person, type: action, about, at })
  await record(tx, { subject: person, by: principal, action, about, ground: 'delegate', at })
  if (!tell) return
  const delegate = await findPerson(tx, principal.person)
  const name = delegate?.name ?? { ar: '', en: '' }
  const what = actionTitle(action)
  await notify(tx, {
    to: person,
    key: `acting:${delegation}:${action}:${about}:${at.getTime()}`,
    title: { ar: 'عمل مفوَّضك نيابةً عنك', en: 'Your delegate acted for you' },
    body: {
      ar: `${name.ar}: ${what.ar} (${tell.ar}، ${about}). إن لم ترد ذلك فألغِ التفويض فورًا من «التفويضات».`,
      en: `${name.en}: ${what.en} (${tell.en}, ${about}). If you do not want this, end the delegation at once under “Delegations”.`,
    },
    link: `/delegations/given/${delegation}`,
    sms: true,
    at,
  })
}

const events: Readonly<Record<string, Text>> = {
  offered: { ar: 'عرض التفويض', en: 'Offered it' },
  accepted: { ar: 'قبِله', en: 'Accepted it' },
  refused: { ar: 'لم يقبله', en: 'Did not accept it' },
  limited: { ar: 'قلّل الصلاحيات', en: 'Left fewer powers' },
  revoked: { ar: 'أنهاه', en: 'Ended it' },
}

/** A line of the log in words, when it is about the delegation itself. */
export const eventTitle = (type: string): Text | undefined => events[type]
