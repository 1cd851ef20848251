import type { ColumnType } from 'kysely'
import { err, ok, type Result } from '#kernel/result.ts'
import { actingUnder } from '#platform/authority/delegation.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import './tables.ts'

declare module '#platform/accounts/tables.ts' {
  interface SessionTable {
    /** The delegation under which a session acts for somebody. */
    delegation: ColumnType<string | null, string | null | undefined, string | null>
  }
}

type World = Pick<Platform, 'db' | 'clock'>

/** Turns a session to acting for who gave the delegation, who is told in their inbox. Twice is once. */
export async function startActing(
  platform: World,
  by: PersonPrincipal,
  delegation: string,
): Promise<Result<void, Problem>> {
  if (by.account !== 'activated') return err(problems.activateFirst)
  const actingFor = await actingUnder(platform, by.person, delegation)
  if (!actingFor?.powers.length) return err(problems.notFound)
  const at = platform.clock.now()
  const delegate = await findPerson(platform.db, by.person)
  const name = delegate?.name ?? { ar: '', en: '' }
  await transact(platform.db, async (tx) => {
    await turn(tx, by, actingFor.delegation)
    const about = actingFor.delegation.slice(-8)
    await noteActing(tx, { ...by, actingFor }, { action: 'acting.start', about, at })
    await notify(tx, {
      to: actingFor.person,
      key: `acting:${actingFor.delegation}:${by.session}`,
      title: { ar: 'دخل مفوَّضك', en: 'Your delegate came in' },
      body: {
        ar: `بدأ ${name.ar} التصرف نيابةً عنك. كل ما يفعله يظهر في سجل التفويض.`,
        en: `${name.en} began to act for you. Everything done is in the delegation’s log.`,
      },
      link: `/delegations/given/${actingFor.delegation}`,
      sms: false,
      at,
    })
  })
  return ok(undefined)
}

/** Returns a session to its own holder. */
export const stopActing = ({ db }: Pick<World, 'db'>, by: PersonPrincipal): Promise<void> =>
  transact(db, (tx) => turn(tx, by, null))

async function turn(
  tx: Parameters<typeof noteActing>[0],
  { person, session }: PersonPrincipal,
  delegation: string | null,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ delegation })
    .where('person_id', '=', person)
    .where('id', '=', session)
    .execute()
}
