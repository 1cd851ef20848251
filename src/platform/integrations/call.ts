import { createHash, createHmac } from 'node:crypto'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Vault } from '#platform/database/vault.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import type { LateAnswer } from './late-answer.ts'
import type { IntegrationAnswer } from './port.ts'

/** Where outside systems call back, below the portal's origin. */
export const callbackPath = '/partners/v1/integration-answers'

/** The step of a request that waits for the answer. */
export interface Waiting {
  readonly person: HolderNumber
  readonly request: string
  readonly step: string
}

/**
 * Asks an outside system, from a job. Throws when it cannot be reached, so that the job asks again: the
 * same ask, with the same key and the same token. Its answer starts `requests.integration-answered`.
 */
export async function ask(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config' | 'integrations'>,
  it: Waiting & {
    readonly provider: string
    readonly operation: string
    /** As little as serves. */
    readonly data: Readonly<Record<string, unknown>>
    readonly deadline: Date
  },
): Promise<void> {
  const provider = platform.integrations[it.provider]
  if (!provider) throw new Error(`no integration "${it.provider}" is configured`)
  const call = await transact(platform.db, (tx) => begin(tx, platform.vault, it, platform.clock.now()))
  if (call.state !== 'asked') return
  const answer = await provider.ask({
    operation: it.operation,
    key: call.id,
    data: it.data,
    callback: { url: platform.config.origin + callbackPath, token: tokenOf(platform.vault, call.id) },
  })
  await transact(platform.db, (tx) =>
    settle(tx, { person: it.person, id: call.id, from: ['asked'], answer, at: platform.clock.now() }),
  )
}

/** Takes the answer of a system that had accepted: once, in time, with the token of that very step. */
export async function handleCallback(
  platform: Pick<Platform, 'db' | 'clock'>,
  token: string,
  answer: LateAnswer,
): Promise<Result<void, Problem>> {
  return transact(platform.db, async (tx): Promise<Result<void, Problem>> => {
    const at = platform.clock.now()
    const owner = await tx
      .selectFrom('integration_token')
      .select(['person_id', 'call_id'])
      .where('hash', '=', hashOf(token))
      .executeTakeFirst()
    if (!owner) return err(refusals.unknown)
    const call = await tx
      .selectFrom('integration_call')
      .select(['deadline'])
      .where('person_id', '=', owner.person_id)
      .where('id', '=', owner.call_id)
      .executeTakeFirstOrThrow()
    if (call.deadline < at) return err(refusals.late)
    const key = { person: owner.person_id, id: owner.call_id }
    // It may be quicker than our own reading of "accepted".
    const settled = await settle(tx, { ...key, from: ['asked', 'accepted'], answer, at })
    return settled ? ok(undefined) : err(refusals.answered)
  })
}

/** What has been asked for a request, for its timeline and for an operator. */
export const callsOf = (db: Db, person: HolderNumber, request: string) =>
  db
    .selectFrom('integration_call')
    .selectAll()
    .where('person_id', '=', person)
    .where('request_id', '=', request)
    .orderBy('id')
    .execute()

async function begin(
  tx: Tx,
  vault: Vault,
  it: Waiting & { provider: string; operation: string; deadline: Date },
  at: Date,
) {
  const asked = await tx
    .insertInto('integration_call')
    .values({
      person_id: it.person,
      id: newId(at),
      request_id: it.request,
      step: it.step,
      provider: it.provider,
      operation: it.operation,
      state: 'asked',
      asked_at: at,
      deadline: it.deadline,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'request_id', 'step']).doNothing())
    .returning(['id', 'state'])
    .executeTakeFirst()
  if (asked) {
    const hash = hashOf(tokenOf(vault, asked.id))
    await tx
      .insertInto('integration_token')
      .values({ hash, person_id: it.person, call_id: asked.id })
      .execute()
    return asked
  }
  return tx
    .selectFrom('integration_call')
    .select(['id', 'state'])
    .where('person_id', '=', it.person)
    .where('request_id', '=', it.request)
    .where('step', '=', it.step)
    .executeTakeFirstOrThrow()
}

/** Writes an answer if the call is still where it may come, and has the request go on. */
async function settle(
  tx: Tx,
  it: {
    person: HolderNumber
    id: string
    from: readonly ('asked' | 'accepted')[]
    answer: IntegrationAnswer | LateAnswer
    at: Date
  },
): Promise<boolean> {
  const { answer } = it
  const call = await tx
    .updateTable('integration_call')
    .set({
      state: answer.kind,
      ...(answer.kind !== 'accepted' && { answered_at: it.at }),
      ...(answer.kind === 'done' && answer.facts && { facts: JSON.stringify(answer.facts) }),
      ...(answer.kind === 'refused' && { code: answer.code, because: JSON.stringify(answer.because) }),
    })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .where('state', 'in', it.from)
    .returning(['request_id', 'step'])
    .executeTakeFirst()
  if (!call) return false
  await enqueue(tx, {
    task: 'requests.integration-answered',
    payload: { person: it.person, request: call.request_id, step: call.step, answer },
    key: `requests.integration-answered:${it.id}:${answer.kind}`,
  })
  return true
}

/** The same for the same call, so that an ask that is repeated carries the same token, kept nowhere. */
const tokenOf = (vault: Vault, call: string): string =>
  createHmac('sha256', vault.derive('integration-callback')).update(call).digest('base64url')

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const refusals = {
  unknown: {
    status: 404,
    code: 'callback-unknown',
    title: { ar: 'لا ينتظر أحدٌ هذه الإجابة', en: 'Nobody waits for this answer' },
  },
  answered: {
    status: 409,
    code: 'callback-answered',
    title: { ar: 'وصلت إجابة هذه الخطوة من قبل', en: 'This step has its answer already' },
  },
  late: {
    status: 409,
    code: 'callback-late',
    title: { ar: 'انتهت مهلة هذه الخطوة', en: 'The time of this step is over' },
  },
} as const satisfies Record<string, Problem>
