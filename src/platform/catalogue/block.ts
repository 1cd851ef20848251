import type { Text } from '#kernel/text.ts'
import type { Value } from './value.ts'

/** Where a refusal or an answer sends the reader next: a service of the catalogue or a page. */
export type NextStep =
  | { readonly label: Text; readonly service: string; readonly subject?: string }
  | { readonly label: Text; readonly page: string }

export type Tone = 'good' | 'bad' | 'warning' | 'neutral'

/** What an inquiry answers, as typed blocks that every channel renders. */
export type Block =
  | {
      readonly kind: 'status'
      /** Stable for programs: `UPDATED`, `NOT_UPDATED` … */
      readonly code: string
      readonly tone: Tone
      readonly title: Text
      readonly body?: Text
      readonly next?: NextStep
    }
  | { readonly kind: 'facts'; readonly title?: Text; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly title?: Text
      readonly columns: readonly { readonly key: string; readonly label: Text }[]
      readonly rows: readonly Readonly<Record<string, Value>>[]
      /** One link a row, in the order of `rows`. */
      readonly next?: readonly (NextStep | undefined)[]
      readonly empty: Text
    }
  | { readonly kind: 'verdicts'; readonly title?: Text; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'document'; readonly document: string; readonly title: Text; readonly subject: string }
  | { readonly kind: 'note'; readonly tone: Tone; readonly body: Text; readonly next?: NextStep }

export interface Fact {
  /** Stable for programs, camelCase. */
  readonly key: string
  readonly label: Text
  readonly value: Value
}

/** How one condition came out, with the facts it looked at. */
export interface Verdict {
  readonly rule: string
  readonly title: Text
  readonly outcome: 'met' | 'unmet' | 'hidden'
  readonly facts: readonly Fact[]
  /** Only when unmet, and the rule has one. */
  readonly code?: string
  /** Only when unmet: placeholders filled. */
  readonly reason?: Text
  readonly remedy?: NextStep
}
