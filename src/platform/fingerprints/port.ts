import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'

/** How a finger compares with what was enrolled; `unreadable` says nothing about whose it is. */
export type MatchOutcome = 'match' | 'no-match' | 'unreadable'

/** The system that compares fingers. It is told the name of a template, and never whose it is. */
export interface FingerprintMatcher {
  /**
   * Compares what a reader took with an enrolled template. `capture` is what the reader sealed for the
   * matcher: it is passed on, and neither read nor kept. Throws when the matcher cannot be reached.
   */
  match(ask: { readonly template: string; readonly capture: string }): Promise<MatchOutcome>
}

/** Fingers as the platform knows them: who has a template, and who compares. */
export interface Fingerprints {
  /** The template of a living person whose fingerprints are up to date on a day; nothing for anyone else. */
  templateOf(db: Db, person: PersonNumber, on: Day): Promise<string | undefined>
  readonly matcher: FingerprintMatcher
}
