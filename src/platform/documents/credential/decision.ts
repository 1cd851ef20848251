import type { Result } from '#kernel/result.ts'
import type { Flaw } from './flaw.ts'
import { type Opened, timeOf } from './opened.ts'
import { type StatusList, standingIn } from './status-list.ts'

/** Why nothing is said of a genuine document’s status. */
export type Unsure = 'no-list' | 'list-expired' | 'strange-status'

/**
 * What a reader without a connection says of a code. It is the server's outcome where both can know it; `superseded`
 * is not among them, because a list only says that a document has ended.
 */
export type Decision =
  /** On the word of a list that is fresh, or of one that is not. */
  | { readonly state: 'valid' | 'not-fresh'; readonly opened: Opened; readonly listFrom: Date }
  | {
      readonly state: 'status-unknown'
      readonly opened: Opened
      readonly because: Unsure
      /** The list that has expired. */
      readonly listFrom?: Date | undefined
    }
  | { readonly state: 'suspended' | 'revoked'; readonly opened: Opened; readonly listFrom: Date }
  | { readonly state: 'expired' | 'copy-expired' | 'not-yet-valid'; readonly opened: Opened }
  /** Its place is beyond the list: we signed it, but hold no such document. */
  | { readonly state: 'not-found'; readonly opened: Opened }
  | { readonly state: 'not-genuine'; readonly because: Flaw }
  /** This reader has no keys yet: it was never online. */
  | { readonly state: 'no-keys' }
  /** Something that was signed lies in this reader's future, so that no time can be judged. */
  | { readonly state: 'clock-wrong' }

/** How far what was signed may lie in a reader's future, in milliseconds. */
const clockTolerance = 120_000

export interface Evidence {
  /** What `openCredential` said; nothing when there are no keys to open it with. */
  readonly opened: Result<Opened, Flaw> | undefined
  readonly replayed: boolean
  /** The list that the code names, as it is held. */
  readonly list: StatusList | undefined
  /** When the newest thing that is held was signed. */
  readonly newest?: Date | undefined
  readonly at: Date
}

/** Never `valid` without a list that has not expired. */
export function decide({ opened, replayed, list, newest, at }: Evidence): Decision {
  if (!opened) return { state: 'no-keys' }
  const clockWrong = newest !== undefined && newest.getTime() > at.getTime() + clockTolerance
  if (!opened.ok) {
    const byTheClock = opened.error === 'stale' || opened.error === 'clock-ahead'
    return clockWrong && byTheClock
      ? { state: 'clock-wrong' }
      : { state: 'not-genuine', because: opened.error }
  }
  if (replayed) return { state: 'not-genuine', because: 'replayed' }
  const genuine = { opened: opened.value }
  const standing = list && standingIn(list, opened.value.claims.status.index)
  if (list && standing === undefined) return { state: 'not-found', ...genuine }
  // What has ended never comes back, so an old list says it as well as a new one.
  if (list && standing === 'ended') return { state: 'revoked', ...genuine, listFrom: list.issuedAt }
  if (clockWrong) return { state: 'clock-wrong' }
  if (list && standing === 'suspended') return { state: 'suspended', ...genuine, listFrom: list.issuedAt }
  const time = timeOf(opened.value.claims, at)
  if (time !== 'in-time') return { state: time === 'too-early' ? 'not-yet-valid' : time, ...genuine }
  if (!list) return { state: 'status-unknown', ...genuine, because: 'no-list' }
  const listFrom = list.issuedAt
  if (at >= list.expiresAt) return { state: 'status-unknown', ...genuine, because: 'list-expired', listFrom }
  if (standing === 'other')
    return { state: 'status-unknown', ...genuine, because: 'strange-status', listFrom }
  return { state: at < list.freshUntil ? 'valid' : 'not-fresh', ...genuine, listFrom }
}
