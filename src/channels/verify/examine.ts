import { err, type Result } from '#kernel/result.ts'
import { type Decision, decide } from '#platform/documents/credential/decision.ts'
import type { Flaw } from '#platform/documents/credential/flaw.ts'
import { type Inflate, unpackWith } from '#platform/documents/credential/inflate.ts'
import { type CheckSignature, type Opened, openCredential } from '#platform/documents/credential/opened.ts'
import { packedIn } from '#platform/documents/credential/qr.ts'
import type { Held } from './held.ts'
import type { Store } from './store.ts'

/** A code that was read, and what is said of it. */
export interface Examined {
  readonly text: string
  readonly decision: Decision
  readonly at: Date
  /** What was opened, so that it can be judged again by newer lists without being opened again. */
  readonly opened: Result<Opened, Flaw> | undefined
  readonly replayed: boolean
}

export interface ExamineDeps {
  readonly held: Held
  readonly store: Store
  readonly check: CheckSignature
  readonly inflate: Inflate
  /** Whether it is worth asking for a list that is not here. */
  readonly online: () => boolean
}

const seenName = (signature: Uint8Array) =>
  `seen:${Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
/** A live code is stale after a minute: to remember it for ten covers every clock that is still believed. */
const remembered = 10 * 60_000

/** Opens what was read, remembers it when it is live, and judges it by what is held. */
export async function examine(text: string, deps: ExamineDeps): Promise<Examined> {
  const { held, store } = deps
  const at = held.now()
  const opened = await open(text, deps, at)
  let replayed = false
  if (opened?.ok && opened.value.live)
    replayed = !(await store.putFirst(seenName(opened.value.live.signature), at))
  return judge({ text, opened, replayed, at }, deps)
}

/** Judges again by what is held now: a list may have come. The code itself is not opened again. */
export const examineAgain = ({ text, opened, replayed }: Examined, deps: ExamineDeps): Promise<Examined> =>
  judge({ text, opened, replayed, at: deps.held.now() }, deps)

async function open(
  text: string,
  { held, check, inflate }: ExamineDeps,
  at: Date,
): Promise<Result<Opened, Flaw> | undefined> {
  const packed = packedIn(text)
  if (!packed.ok) return packed
  const message = await unpackWith(inflate, packed.value)
  if (!message.ok) return err(message.error)
  const trust = held.trust()
  return trust && openCredential(message.value, trust.keys, at, check)
}

async function judge(it: Omit<Examined, 'decision'>, { held, online }: ExamineDeps): Promise<Examined> {
  const { opened, replayed, at } = it
  const uri = opened?.ok ? opened.value.claims.status.uri : undefined
  let list = uri === undefined ? undefined : await held.list(uri)
  if (uri !== undefined && !list && online()) list = await held.fetchList(uri)
  return { ...it, decision: decide({ opened, replayed, list, newest: held.newest(), at }) }
}

/** Forgets the live codes that are long stale. */
export async function forgetSeen({ store, held }: Pick<ExamineDeps, 'store' | 'held'>): Promise<void> {
  const now = held.now().getTime()
  for (const [name, at] of await store.all('seen:'))
    if (!(at instanceof Date) || Math.abs(now - at.getTime()) > remembered) await store.remove(name)
}
