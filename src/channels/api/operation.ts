import type { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { JsonSchema } from '#platform/forms/field.ts'
import type { Throttle } from '#platform/guard/throttle.ts'
import type { Problem } from '#platform/problem.ts'

/** A problem as a program reads it: with the statuses of HTTP itself, and what the refusal has left behind. */
export type ApiProblem = Omit<Problem, 'status'> & {
  readonly status: Problem['status'] | 405 | 415 | 500
  /** The draft that stays, when its submission was refused. */
  readonly request?: { readonly reference: string; readonly href: string }
  /** With 401: says why a token was not taken. */
  readonly challenge?: string
  /** With 405. */
  readonly allow?: readonly string[]
}

/** What comes in with a call. */
export interface Call<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly principal: Principal
  /** The bearer token that was presented, and taken. */
  readonly token: string | undefined
  /** The `Idempotency-Key`; empty where none is asked for. */
  readonly key: string
  /** SHA-256 of the address and body, to tell a repeated call from another one with the same key. */
  readonly fingerprint: string
  readonly signature: string | undefined
  readonly language: Locale
  readonly ip: string
}

export interface Answer<A> {
  readonly body: A
  /** Where what was made is found. */
  readonly location?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What is sent back when all went well: JSON, bytes of a type, or nothing. */
export type AnswerSpec<A> =
  | {
      readonly status: 200 | 201 | 202
      readonly description: Text
      readonly schema: z.ZodType<A>
      /** OpenAPI links: where to go with what was answered. */
      readonly links?: Readonly<Record<string, Link>>
    }
  | {
      readonly status: 200
      readonly description: Text
      readonly mediaType: string
      readonly schema?: undefined
    }
  | { readonly status: 204; readonly description: Text; readonly schema?: undefined }

export interface Link {
  readonly operationId: string
  readonly parameters: Readonly<Record<string, string>>
}

/** A body that is not read as JSON: raw bytes, or the very text that was signed. */
export interface RawBody {
  readonly as: 'text' | 'bytes'
  readonly mediaTypes: readonly string[]
  /** Bytes. */
  readonly largest: number
}

export type Tag = Readonly<{ name: string; description: Text }>

/** Who may call: anyone, who is signed in, whose account is activated, a partner with the scope, or who signed. */
export type Access = 'anyone' | 'signed-in' | 'activated' | { readonly scope: string } | 'signature'

/**
 * One thing that a program can do: mounted as a route and described in the OpenAPI document from this one
 * declaration, so that the two cannot differ.
 */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As OpenAPI writes it, below the base: `/requests/{reference}`. */
  readonly path: string
  readonly tag: Tag
  readonly title: Text
  readonly summary: Text
  readonly access: Access
  /** Needs an `Idempotency-Key`. */
  readonly keyed?: boolean
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly rawBody?: RawBody
  /** Says more of the body than `body`, which then checks its envelope alone. */
  readonly bodySchema?: JsonSchema
  readonly answer: AnswerSpec<unknown>
  readonly throttles?: (who: {
    readonly address: string
    readonly principal: Principal
  }) => readonly Throttle[]
  run(call: Call<unknown, unknown, unknown>): Promise<Result<Answer<unknown>, ApiProblem>>
}

interface Spec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A>
  extends Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'run'> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: AnswerSpec<A>
  run(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<Result<Answer<NoInfer<A>>, ApiProblem>>
}

/** Declares an operation; what `run` sees follows from the schemas, and what it answers has to fit. */
export const operation = <
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A = unknown,
>(
  spec: Spec<P, Q, B, A>,
  // The server hands `run` what these very schemas have parsed.
): Operation => spec as unknown as Operation
