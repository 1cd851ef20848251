import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { NextStep } from '#platform/catalogue/block.ts'
import type { Value } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Condition } from './condition.ts'

/** What a rule may look at. `answers` is there from the submission on. */
export interface RuleContext<S = unknown, A = unknown> {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
  /** Who answers for it: the person, or the owner of the establishment. */
  readonly applicant: PersonNumber
  /** Who is at the keyboard, or sent it: the applicant, or who acts for them. */
  readonly actor: PersonNumber
  readonly subject: S
  readonly answers: A | undefined
  /** Who the rule is about: the applicant, the actor, or the party that `of` names. */
  readonly person: PersonNumber
}

export type FactSet = Readonly<Record<string, { readonly label: Text; readonly value: Value }>>

/** A named eligibility condition. */
export interface Rule<S = unknown, A = unknown> {
  readonly name: string
  /** Stable for programs, when other services or partners look for it: `FINGERPRINT_NOT_ENROLLED`. */
  readonly code?: string
  /** As a condition that one meets: "No unpaid violations". */
  readonly title: Text
  /** `opening`: before anything is filled. `submission`: needs the answers. Every rule runs again at fulfilment. */
  readonly when: 'opening' | 'submission'
  /**
   * The party it is about; others see only that a condition of that party is not met. Absent: the applicant.
   * `actor`: who is at the keyboard, and reads it as their own.
   */
  readonly of?: string
  /** A rule about sending in time does not run again at fulfilment, when that time may well be over. */
  readonly lasts?: 'submission'
  facts(context: RuleContext<S, A>): Promise<FactSet>
  readonly condition: Condition
  /** Why it is not met; `{name}` placeholders are facts. */
  readonly reason: Text
  readonly remedy?: NextStep
}

export const rule = <S = unknown, A = unknown>(it: Rule<S, A>): Rule<S, A> => it
