import type { Selectable } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { actionTitle } from '#platform/audit/action.ts'
import { record } from '#platform/audit/record.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson, findPersons } from '#platform/people/person.ts'
import { actingHolder, answerableFor, delegated, type Principal } from './principal.ts'
import type { DelegationEventTable } from './tables.ts'

/** A line of what became of a delegation, and of what was done under it. */
export interface DelegationEvent {
  readonly id: string
  readonly delegation: string
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
    readonly principal: HolderNumber
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
  principal: HolderNumber,
  delegation: string,
  { before, limit = 50 }: { readonly before?: string; readonly limit?: number } = {},
): Promise<readonly DelegationEvent[]> {
  let query = newest(db, principal, limit).where('delegation_id', '=', delegation)
  if (before) query = query.where('id', '<', before)
  return inWords(db, await query.execute())
}

/** The same over all delegations that a person or an establishment gave. */
export const logOfHolder = async (
  db: Db,
  principal: HolderNumber,
  { limit }: { readonly limit: number },
): Promise<readonly DelegationEvent[]> => inWords(db, await newest(db, principal, limit).execute())

const newest = (db: Db, principal: HolderNumber, limit: number) =>
  db
    .selectFrom('delegation_event')
    .selectAll()
    .where('principal_id', '=', principal)
    .orderBy('id', 'desc')
    .limit(limit)

async function inWords(
  db: Db,
  rows: readonly Selectable<DelegationEventTable>[],
): Promise<readonly DelegationEvent[]> {
  const people = await findPersons(db, [...new Set(rows.map((row) => row.by_person))])
  return rows.map((row) => ({
    id: row.id,
    delegation: row.delegation_id,
    at: row.at,
    who: people.get(row.by_person)?.shortName ?? { ar: '', en: '' },
    type: row.type,
    about: row.about ?? undefined,
    powers: row.powers ?? undefined,
  }))
}

/**
 * Notes what somebody did in another's name: in the delegation's log, and in the access log of whom they act
 * for, or of the establishment's owner, who is told as well unless it was only a look. Does nothing when
 * somebody acts for themselves.
 */
export async function noteActing(
  tx: Tx,
  principal: Principal,
  act: { readonly action: string; readonly about?: string; readonly tell?: Text; readonly at: Date },
): Promise<void> {
  if (principal.kind !== 'person' || !principal.actingFor) return
  const { actingFor, person: by } = principal
  const { action, about, tell, at } = act
  const right = delegated(actingFor)
  const ground = right ? 'delegate' : 'owner'
  const to = answerableFor(actingFor)
  const what = about === undefined ? {} : { about }
  await record(tx, { subject: to, by: principal, action, ...what, ground, at })
  if (!right) return
  const { delegation } = right
  await appendEvent(tx, { principal: actingHolder(actingFor), delegation, by, type: action, ...what, at })
  if (!tell || about === undefined) return
  const delegate = await findPerson(tx, by)
  const name = delegate?.name ?? { ar: '', en: '' }
  const done = actionTitle(action, actingFor.kind)
  await notify(tx, {
    to,
    key: `acting:${delegation}:${action}:${about}:${at.getTime()}`,
    title: tellTitles[actingFor.kind],
    body: {
      ar: `${name.ar}: ${done.ar} (${tell.ar}، ${about}). إن لم ترد ذلك فألغِ التفويض فورًا من «التفويضات».`,
      en: `${name.en}: ${done.en} (${tell.en}, ${about}). If you do not want this, end the delegation at once under “Delegations”.`,
    },
    link: `/delegations/given/${delegation}`,
    sms: true,
    // An establishment's day is full of them: its owner chooses whether they come by text.
    routine: actingFor.kind === 'establishment',
    at,
  })
}

const tellTitles = {
  person: { ar: 'عمل مفوَّضك نيابةً عنك', en: 'Your delegate acted for you' },
  establishment: { ar: 'عمل مفوَّض باسم منشأتك', en: 'A delegate acted for your establishment' },
} as const satisfies Record<string, Text>

const events: Readonly<Record<string, Text>> = {
  offered: { ar: 'عرض التفويض', en: 'Offered it' },
  accepted: { ar: 'قبِل التفويض', en: 'Accepted it' },
  refused: { ar: 'لم يقبل التفويض', en: 'Did not accept it' },
  limited: { ar: 'قلّل الصلاحيات', en: 'Left fewer powers' },
  revoked: { ar: 'أنهى التفويض', en: 'Ended it' },
}

/** A line of the log in words, when it is about the delegation itself. */
export const eventTitle = (type: string): Text | undefined => events[type]
