import type { Clock } from '#kernel/clock.ts'
import type { Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { AnswersOf, Fields, Form } from '#platform/forms/field.ts'
import type { Problem } from '#platform/problem.ts'

/** What an operation's code sees: inside one transaction, which a problem rolls back. */
export interface OperationContext {
  readonly tx: Tx
  readonly clock: Clock
  /** The partner's client, whose token carries the scope. */
  readonly client: string
}

/** What a partner is answered; JSON. */
export type OperationAnswer = Readonly<Record<string, string | number | boolean | null>>

export interface OperationSpec<F extends Fields = Fields> {
  readonly sector: string
  /** Raised when what is asked or answered changes in a way that breaks a client. */
  readonly version: number
  /** Where a program posts it, below the version of the partners' API: `/violations`. */
  readonly path: string
  /** What the client must have been granted: `violations:write`. */
  readonly scope: string
  readonly title: Text
  readonly summary: Text
  readonly input: Form<F>
  /**
   * Does it, once for each record of the partner's own: the same record again answers the same. The documents of the
   * persons whom the input names follow by themselves; for others there is `followLater`.
   */
  run(context: OperationContext, answers: AnswersOf<F>): Promise<Result<OperationAnswer, Problem>>
}

export interface OperationDefinition extends OperationSpec {
  readonly kind: 'operation'
  readonly slug: string
}

/** What a partner's program may do in a sector. The default export of a file in its `operations/`. */
export function operation<F extends Fields>(slug: string, spec: OperationSpec<F>): OperationDefinition {
  // The caller hands `run` exactly what this very spec's form has parsed.
  return { kind: 'operation', slug, ...(spec as unknown as OperationSpec) }
}
