import type { Refused } from '../../presented.ts'
import { words } from '../../words.ts'

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refused }

/** The code of a refusal that the server never saw: no connection, or no answer that can be read. */
export const noAnswer = 'no-answer'

/** Asks the server; only what makes a phone of this browser takes the session along. */
export async function ask<T>(
  path: string,
  body?: unknown,
  { csrf }: { readonly csrf?: string } = {},
): Promise<Answer<T>> {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }),
  }
  try {
    const response = await fetch(`/wallet/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: body === undefined || csrf !== undefined ? 'same-origin' : 'omit',
      signal: AbortSignal.timeout(20_000),
    })
    const told: unknown = await response.json()
    // `presented.ts` says what the server answers to each.
    if (response.ok) return { ok: true, value: told as T }
    return { ok: false, error: isRefused(told) ? told : silent }
  } catch {
    return { ok: false, error: silent }
  }
}

const isRefused = (told: unknown): told is Refused =>
  typeof told === 'object' &&
  told !== null &&
  'code' in told &&
  typeof told.code === 'string' &&
  'title' in told &&
  typeof told.title === 'object'

const silent: Refused = { code: noAnswer, title: words.noAnswer, detail: words.noAnswerLead }
