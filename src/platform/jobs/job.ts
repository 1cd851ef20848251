import type { Platform } from '#platform/platform.ts'

/** Work to do after the transaction that asked for it has committed. */
export interface Job {
  /** `room.verb`: `notices.send`. */
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Two jobs with one key are one job. */
  readonly key?: string
  readonly runAt?: Date
  /** How often it is tried before it stands as failed; 25 unless told. */
  readonly attempts?: number
}

/** The tasks of a room: its handlers by name. A handler that throws is tried again, and shown to the operator. */
export type Tasks = Readonly<
  Record<string, (platform: Platform, payload: Readonly<Record<string, unknown>>, run: Run) => Promise<void>>
>

/** What a handler knows of this run of its job. */
export interface Run {
  /** No further try follows: a handler that can give something back does it now. */
  readonly last: boolean
}

/** A task that runs by itself: `cron` is minute, hour, day, month, weekday in UTC. A room exports a list as `recurring`. */
export interface Recurring {
  readonly task: string
  readonly cron: string
}
