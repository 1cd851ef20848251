import type { ColumnType } from 'kysely'
import { type EstablishmentNumber, parseEstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { actingUnder } from '#platform/authority/delegation.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import {
  type ActingFor,
  actingHolder,
  answerableFor,
  delegated,
  type PersonPrincipal,
} from '#platform/authority/principal.ts'
import { actingAsOwner } from '#platform/authority/workspace.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { nameOf } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import './session-tables.ts'

declare module '#platform/accounts/session-tables.ts' {
  interface SessionTable {
    /** The delegation under which a session acts for somebody. */
    delegation: ColumnType<string | null, string | null | undefined, string | null>
    /** The establishment that a session works for as its owner. */
    establishment: ColumnType<
      EstablishmentNumber | null,
      EstablishmentNumber | null | undefined,
      EstablishmentNumber | null
    >
  }
}

type World = Pick<Platform, 'db' | 'clock'>

/** What a session is turned to: the columns that say for whom it acts. */
export interface Turn {
  readonly delegation: string | null
  readonly establishment: EstablishmentNumber | null
}

/** For whom a session acts as it was turned, by the right of this very moment; nobody: for its holder. */
export async function actingOf(
  { db, clock }: World,
  person: PersonNumber,
  turn: Turn,
): Promise<ActingFor | undefined> {
  if (turn.establishment) return actingAsOwner(db, person, turn.establishment)
  return turn.delegation ? actingUnder({ db, clock }, person, turn.delegation) : undefined
}

/**
 * Turns a session to a workspace: an establishment of one's own by its number, or whoever gave a delegation by
 * its id. Whoever gave it is told, an establishment's owner by text each time that a delegate comes in
 * [assumed, register `business`]. Twice is once.
 */
export async function startActing(
  platform: World,
  by: PersonPrincipal,
  workspace: string,
): Promise<Result<void, Problem>> {
  if (by.account !== 'activated') return err(problems.activateFirst)
  const turn = turnTo(workspace)
  const actingFor = turn && (await actingOf(platform, by.person, turn))
  if (!turn || !actingFor || actingFor.right.as === 'over') return err(problems.notFound)
  const at = platform.clock.now()
  const name = await nameOf(platform.db, by.person)
  const principal = { ...by, actingFor }
  return actAs(platform, principal, async (tx) => {
    await turnSession(tx, by, turn)
    const delegation = delegated(actingFor)?.delegation
    await noteActing(tx, principal, { action: 'acting.start', at })
    if (delegation)
      await notify(tx, {
        ...entered(actingFor, name, await nameOf(tx, actingHolder(actingFor))),
        to: answerableFor(actingFor),
        key: `acting:${delegation}:${by.session}`,
        link: `/delegations/given/${delegation}`,
        sms: actingFor.kind === 'establishment',
        at,
      })
    return ok(undefined)
  })
}

/** Returns a session to its own holder. */
export const stopActing = ({ db }: { readonly db: Db }, by: PersonPrincipal): Promise<void> =>
  transact(db, (tx) => turnSession(tx, by, { delegation: null, establishment: null }))

function turnTo(workspace: string): Turn | undefined {
  if (isId(workspace)) return { delegation: workspace, establishment: null }
  const parsed = parseEstablishmentNumber(workspace)
  return parsed.ok ? { delegation: null, establishment: parsed.value } : undefined
}

async function turnSession(tx: Tx, { person, session }: PersonPrincipal, turn: Turn): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ...turn })
    .where('person_id', '=', person)
    .where('id', '=', session)
    .execute()
}

const entered = ({ kind }: ActingFor, who: Text, firm: Text): { title: Text; body: Text } =>
  kind === 'person'
    ? {
        title: { ar: 'دخل مفوَّضك', en: 'Your delegate came in' },
        body: {
          ar: `بدأ ${who.ar} التصرف نيابةً عنك. كل ما يفعله يظهر في سجل التفويض.`,
          en: `${who.en} began to act for you. Everything done is in the delegation’s log.`,
        },
      }
    : {
        title: { ar: 'دخل مفوَّض مساحة عمل منشأتك', en: 'A delegate came into your workspace' },
        body: {
          ar: `دخل ${who.ar} مساحة عمل ${firm.ar}. كل ما يفعله يظهر في سجل التفويض، ويمكنك إيقافه في أي وقت.`,
          en: `${who.en} came into the workspace of ${firm.en}. Everything done is in the delegation’s log, and you can end it at any time.`,
        },
      }
