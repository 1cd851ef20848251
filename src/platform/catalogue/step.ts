import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from './block.ts'
import type { ServiceContext } from './definition.ts'
import type { Value } from './value.ts'

/** A span of time that a step may wait. */
export interface Within {
  readonly days: number
}
export const days = (n: number): Within => ({ days: n })

/** What is charged: a named rate (times a count), or a sum that the answers or the registry name. */
export type ChargeItem<S, A> =
  | {
      readonly rate: string
      times?(context: ServiceContext<S, A>): number
      when?(context: ServiceContext<S, A>): boolean
    }
  | {
      /** `fine`: owed to the state by a record. `escrow`: held for another party until fulfilment. */
      readonly kind: 'fine' | 'escrow'
      readonly title: Text
      amounts(
        context: ServiceContext<S, A>,
      ): readonly { readonly title: Text; readonly amount: Halalas; readonly record?: string }[]
    }

interface Waits {
  /** Unique within the service; in addresses, events and the API. */
  readonly id: string
  /** Shown on the timeline: "The buyer accepts". */
  readonly title: Text
  /** What to tell whom it waits for. */
  readonly body?: Text
}

/** A counterparty says yes or no. No answer in time is a no: the request expires. */
export interface ApprovalStep<Role extends string = string, A = unknown> extends Waits {
  readonly kind: 'approval'
  readonly by: Role
  readonly within: Within
  /** The answers that the counterparty sees before deciding. */
  readonly shows: readonly Extract<keyof A, string>[]
  /** What the answers come to, where they do not say it themselves: a role is its powers, one by one. */
  tells?(answers: A): readonly Fact[]
  readonly accept: Text
  readonly refuse: Text
}

/** A party pays the items in one bill; unpaid in time, the request expires. */
export interface PaymentStep<Role extends string = string, S = unknown, A = unknown> extends Waits {
  readonly kind: 'payment'
  readonly by: Role
  readonly within: Within
  readonly items: readonly ChargeItem<S, A>[]
  /**
   * The applicant may pay it in a bank before asking for the service: its code there, and the choice that says for
   * how long (register pay-through-bank, bank-wallet-sadad).
   */
  readonly ahead?: { readonly code: string; readonly choice: Extract<keyof A, string> }
}

/** The subject comes to an office; the officer there closes the step. */
export interface AppointmentStep<S = unknown, A = unknown> extends Waits {
  readonly kind: 'appointment'
  /** The capability that an office offers, by name: `fingerprint`. */
  readonly purpose: string
  /** The unit whose officers see it in their day list. */
  readonly unit: string
  readonly within: Within
  readonly bring: readonly Text[]
  /** The first day on which it can be: no earlier slot is booked, and nobody is served before. */
  notBefore?(context: ServiceContext<S, A>): Day
  /** What the officer confirms: "Ten prints taken". */
  readonly done: Text
}

/** An officer of a unit decides with reasons. */
export interface ReviewStep extends Waits {
  readonly kind: 'review'
  readonly unit: string
  readonly within: Within
  /** Ready reasons for a refusal; the officer may add words of their own. */
  readonly refusals: readonly { readonly code: string; readonly text: Text }[]
  /** Decided by another officer than the review before it: four eyes. */
  readonly secondOpinion?: true
}

/** An outside system answers: done, accepted (calls back), or refused because. */
export interface IntegrationStep<S = unknown, A = unknown> extends Waits {
  readonly kind: 'integration'
  /** The provider's name in the configuration: `bank`. */
  readonly provider: string
  readonly operation: string
  readonly within: Within
  /** What is sent: as little as serves. */
  send(context: ServiceContext<S, A>): Promise<Readonly<Record<string, Value>>>
}

export type Step<Role extends string = string, S = unknown, A = unknown> =
  | ApprovalStep<Role, A>
  | PaymentStep<Role, S, A>
  | AppointmentStep<S, A>
  | ReviewStep
  | IntegrationStep<S, A>
