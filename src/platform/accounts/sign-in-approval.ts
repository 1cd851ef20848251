import { randomInt, randomUUID } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { newId, newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { personNamed } from './account-named.ts'
import { enter, type SignedIn } from './enter.ts'
import { approvalTexts as texts } from './sign-in-approval-texts.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './sign-in-approval-tables.ts'

const LIFE_MS = 2 * 60_000
const HOUR = 3600
/** Milliseconds that asking takes to the outside, whatever is found. */
const ASK_MS = 150

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/** A sign-in that waits for its number to be chosen on another device. */
export interface AskedApproval {
  /** For the cookie of the browser that asks. */
  readonly approval: string
  /** Two digits that this browser shows. */
  readonly number: number
}

/**
 * Asks to sign in by an approval on a device that is signed in already (register sign-in-national-sso): this
 * browser shows a number, which its owner chooses there among three. An unknown name, one without a session and a
 * stopped account are answered alike, and wait in vain.
 */
export function askApproval(
  platform: World,
  {
    name,
    visual,
    agent,
  }: { readonly name: string; readonly visual: VisualAnswer; readonly agent?: string | undefined },
): Promise<Result<AskedApproval, Problem>> {
  const { db, clock, vault } = platform
  return steady(ASK_MS, async () => {
    const at = clock.now()
    const seen = await checkVisualCode(platform, visual)
    if (!seen.ok) return seen
    const allowed = await takeAll(
      db,
      [
        { key: `approval-from:${vault.index(visual.ip)}`, limit: 100, per: HOUR },
        { key: `approval-name:${vault.index(name.trim())}`, limit: 10, per: HOUR },
      ],
      at,
    )
    if (!allowed.ok) return allowed
    const person = await openAccountOf(db, name)
    const approval = newToken()
    const { number, choices } = threeNumbers()
    await transact(db, async (tx) => {
      // One at a time for a person: the newest is the one that its owner has in front of them.
      if (person) await tx.deleteFrom('sign_in_approval').where('person_id', '=', person).execute()
      await tx
        .insertInto('sign_in_approval')
        .values({
          id: tokenHash(approval),
          public_id: randomUUID(),
          person_id: person ?? null,
          number,
          choices: [...choices],
          state: 'waiting',
          agent: agent ?? null,
          asked_at: at,
          expires_at: new Date(at.getTime() + LIFE_MS),
        })
        .execute()
      if (person)
        await notify(tx, {
          to: person,
          key: `sign-in-approval-${newId(at)}`,
          ...texts.asked,
          link: '/approve-sign-in',
          sms: false,
          at,
        })
    })
    return ok({ approval, number })
  })
}

/** Where a sign-in stands, for the browser that asked for it. */
export async function approvalState(
  { db, clock }: Pick<World, 'db' | 'clock'>,
  approval: string,
): Promise<{ readonly number: number; readonly state: 'waiting' | 'approved' | 'denied' } | undefined> {
  return db
    .selectFrom('sign_in_approval')
    .select(['number', 'state'])
    .where('id', '=', tokenHash(approval))
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
}

/** Lets the browser in whose number was chosen: once, of any number of times at once. */
export async function completeApproval(
  platform: World,
  it: {
    readonly approval: string
    readonly device?: string | undefined
    readonly agent?: string | undefined
    readonly ip?: string | undefined
    readonly replaces?: string | undefined
  },
): Promise<Result<SignedIn, Problem>> {
  const { db, clock } = platform
  const at = clock.now()
  return transact(db, async (tx) => {
    const used = await tx
      .deleteFrom('sign_in_approval')
      .where('id', '=', tokenHash(it.approval))
      .where('state', '=', 'approved')
      .where('expires_at', '>', at)
      .returning('person_id')
      .executeTakeFirst()
    const person = used?.person_id
    if (!person) return err(texts.gone)
    const account = await tx
      .selectFrom('account')
      .select('state')
      .where('person_id', '=', person)
      .forShare()
      .executeTakeFirst()
    if (account?.state !== 'registered' && account?.state !== 'activated') return err(texts.gone)
    if (!(await findPerson(tx, person))?.alive) return err(texts.gone)
    const who = {
      person,
      account: account.state,
      officer: undefined,
      units: [],
      methods: ['approval'] as const,
      agent: it.agent,
      replaces: it.replaces,
    }
    return ok(await enter(tx, platform, who, { device: it.device, ip: it.ip }, at))
  })
}

async function openAccountOf(db: Db, name: string): Promise<PersonNumber | undefined> {
  const person = await personNamed(db, name)
  const account =
    person &&
    (await db
      .selectFrom('account')
      .select('person_id')
      .where('person_id', '=', person)
      .where('state', 'in', ['registered', 'activated'])
      .executeTakeFirst())
  return account?.person_id
}

/** Three different numbers of two digits in any order, and which of them the browser shows. */
function threeNumbers(): { readonly number: number; readonly choices: readonly number[] } {
  const numbers = new Set<number>()
  while (numbers.size < 3) numbers.add(randomInt(10, 100))
  const choices = [...numbers].sort((a, b) => a - b)
  return { number: choices[randomInt(3)] ?? 10, choices }
}
