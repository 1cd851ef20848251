import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { lockAccount } from './activation.ts'
import { endSessions } from './session.ts'
import { suspicionTexts as texts } from './suspicion-texts.ts'
import './account-tables.ts'
import './activation-tables.ts'
import type { SuspicionCaseTable, SuspicionKind } from './suspicion-tables.ts'
import { tellHolder } from './tell-holder.ts'

/** The unit whose officers decide whether somebody uses another person’s identity. */
export const suspicionUnit = 'activation'

export interface Suspected {
  /** Whose identity it is. */
  readonly person: PersonNumber
  readonly kind: SuspicionKind
  readonly facts: readonly Fact[]
  readonly by: Principal
  /** The officer whose act it is about; not theirs to decide on. */
  readonly about?: string
  readonly at: Date
}

/** Whether an officer saw it, proposed the decision, or is the one whose act it is about: a colleague decides. */
export const hasPart = (
  it: Pick<SuspicionCaseTable, 'opened_by' | 'proposed_by' | 'about_officer'>,
  officer: string,
): boolean => [it.opened_by, it.proposed_by, it.about_officer].includes(officer)

/**
 * Opens a case that somebody may be using this person’s identity (register R-ACC-09), or adds what was seen to
 * the one that is open. Stopped meanwhile is an account that was never activated, and any whose holder says that it
 * is not theirs or whose activation an officer disputes; an activated one that somebody failed to get hold of stays
 * its holder’s. The true holder is told, also on the line in their name.
 */
export async function suspect(
  tx: Tx,
  { vault }: Pick<Platform, 'vault'>,
  { person, kind, facts, by, about, at }: Suspected,
): Promise<void> {
  const account = await lockAccount(tx, person)
  const open = account?.state === 'registered' || account?.state === 'activated' ? account.state : null
  const stops =
    open === 'registered' || (open !== null && (kind === 'holder-denies' || kind === 'second-look'))
  const before = stops ? open : null
  const seen = JSON.stringify(facts)
  const openedBy = by.kind === 'officer' ? by.officer : null
  const opened = await tx
    .insertInto('suspicion')
    .values({
      person_id: person,
      kind,
      facts: seen,
      state: 'open',
      account_before: before,
      opened_at: at,
      opened_by: openedBy,
      about_officer: about ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .where('state', 'in', ['open', 'proposed'])
        .doUpdateSet((on) => ({
          facts: sql<string>`suspicion.facts || ${seen}::jsonb`,
          account_before: on.fn.coalesce('suspicion.account_before', on.val(before)),
          about_officer: on.fn.coalesce('suspicion.about_officer', on.val(about ?? null)),
        })),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('fresh')])
    .executeTakeFirstOrThrow()
  if (opened.fresh)
    await tx
      .insertInto('suspicion_case')
      .values({
        unit: suspicionUnit,
        suspicion_id: opened.id,
        person_id: person,
        kind,
        at,
        opened_by: openedBy,
        about_officer: about ?? null,
        proposed_by: null,
      })
      .execute()
  else if (about)
    await tx
      .updateTable('suspicion_case')
      .set((on) => ({ about_officer: on.fn.coalesce('about_officer', on.val(about)) }))
      .where('unit', '=', suspicionUnit)
      .where('suspicion_id', '=', opened.id)
      .execute()
  if (stops) await stop(tx, person, at)
  await record(tx, { subject: person, by, action: 'account.suspect', about: kind, at })
  if (opened.fresh || stops)
    await tellHolder(tx, vault, {
      person,
      key: `suspicion-${opened.id}-${stops ? 'stopped' : 'open'}`,
      ...(stops ? texts.stopped : texts.opened),
      at,
    })
}

/** Nobody gets in until it is decided; nothing else of the account changes, so that it comes back whole. */
async function stop(tx: Tx, person: PersonNumber, at: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ state: 'suspended', suspended_at: at, suspended_by: 'suspicion' })
    .where('person_id', '=', person)
    .execute()
  await endSessions(tx, person)
  await tx.deleteFrom('activation_form').where('person_id', '=', person).execute()
}
