import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { Config } from '#platform/config.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { withAlarm } from './alarm.ts'
import { type NewSession, openSession, principalOf, type Session } from './session.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import { hasAcceptedTerms } from './terms.ts'
import { tokenHash } from './token.ts'
import './tables.ts'

export interface SignedIn {
  /** For the cookie. */
  readonly token: string
  readonly session: Session
  /** For the long-lived cookie by which the device is known again. */
  readonly device: string
  /** The terms have changed since they were accepted: they are shown before anything else. */
  readonly termsDue: boolean
}

/**
 * Lets somebody in who has proved who they are: a session, its entry in the account's history, and a
 * message when this person has not used the device before. `device` is the token that the browser came with.
 */
export async function enter(
  tx: Tx,
  { origin }: Pick<Config, 'origin'>,
  who: Omit<NewSession, 'device'>,
  device: string | undefined,
  at: Date,
): Promise<SignedIn> {
  const known = device ?? newToken()
  const { token, session } = await openSession(tx, { ...who, device: tokenHash(known) }, at)
  await record(tx, {
    subject: who.person,
    by: principalOf(session),
    action: 'session.start',
    ...(who.agent ? { about: who.agent } : {}),
    ground: 'self',
    at,
  })
  await meetDevice(tx, {
    person: who.person,
    device: tokenHash(known),
    agent: who.agent,
    session,
    origin,
    at,
  })
  return { token, session, device: known, termsDue: !(await hasAcceptedTerms(tx, who.person)) }
}

async function meetDevice(
  tx: Tx,
  it: {
    readonly person: PersonNumber
    readonly device: string
    readonly agent: string | undefined
    readonly session: Session
    readonly origin: string
    readonly at: Date
  },
): Promise<void> {
  const { person, device, at } = it
  const agent = it.agent ?? null
  const { others, met } = await tx
    .with('known', (db) => db.selectFrom('known_device').select('device').where('person_id', '=', person))
    .insertInto('known_device')
    .values({ person_id: person, device, agent, first_seen: at, last_seen: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'device']).doUpdateSet({ agent, last_seen: at }))
    .returning([
      sql<boolean>`exists (select 1 from known)`.as('others'),
      sql<boolean>`exists (select 1 from known where device = ${device})`.as('met'),
    ])
    .executeTakeFirstOrThrow()
  if (met || !others) return
  await notify(tx, {
    to: person,
    key: `new-device-${it.session.id}`,
    title: texts.newDevice.title,
    body: await withAlarm(tx, { origin: it.origin, person, body: texts.newDevice.body, at }),
    link: '/account',
    sms: true,
    mail: true,
    at,
  })
}
