import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { withAlarm } from './alarm.ts'
import { meetPlace, placeOf } from './place.ts'
import { type NewSession, openSession, principalOf, type Session } from './session.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import { hasAcceptedTerms } from './terms.ts'
import { tokenHash } from './token.ts'
import './devices-tables.ts'

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
 * Lets somebody in who has proved who they are: a session, its entry in the account's history, and a message
 * when this person has not used the device before, or comes from a network that is new.
 */
export async function enter(
  tx: Tx,
  { config, vault }: Pick<Platform, 'config' | 'vault'>,
  who: Omit<NewSession, 'device'>,
  from: {
    /** The token that the browser came with. */
    readonly device: string | undefined
    readonly ip: string | undefined
  },
  at: Date,
): Promise<SignedIn> {
  const { person } = who
  const known = from.device ?? newToken()
  const { token, session } = await openSession(tx, { ...who, device: tokenHash(known) }, at)
  await record(tx, {
    subject: person,
    by: principalOf(session),
    action: 'session.start',
    ...(who.agent ? { about: who.agent } : {}),
    ground: 'self',
    at,
  })
  const agent = who.agent ?? null
  const newDevice = await meetDevice(tx, { person, device: tokenHash(known), agent }, at)
  const place = from.ip && placeOf(vault, person, from.ip)
  const newPlace = place ? await meetPlace(tx, { person, place, agent }, at) : false
  const told = newDevice ? (newPlace ? texts.newBoth : texts.newDevice) : newPlace && texts.newPlace
  if (told)
    await notify(tx, {
      to: person,
      key: `new-device-${session.id}`,
      title: told.title,
      body: await withAlarm(tx, { origin: config.origin, person, body: told.body, at }),
      link: '/account',
      sms: true,
      mail: true,
      at,
    })
  return { token, session, device: known, termsDue: !(await hasAcceptedTerms(tx, person)) }
}

/** Writes down that somebody signed in on a device; answers whether they had others and not this one. */
async function meetDevice(
  tx: Tx,
  it: { readonly person: PersonNumber; readonly device: string; readonly agent: string | null },
  at: Date,
): Promise<boolean> {
  const { person, device, agent } = it
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
  return others && !met
}
