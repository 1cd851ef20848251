import type { Refused } from '../../presented.ts'
import { words } from '../../words.ts'

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refused }

/** Asks the server. The session's token goes along as it is given, and is kept nowhere by the browser. */
export async function post<T>(path: string, body: unknown, token?: string): Promise<Answer<T>> {
  try {
    const response = await fetch(`/kiosk/api/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Kiosk ${token}` }),
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
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
  'title' in told &&
  typeof told.title === 'object'

const silent: Refused = { code: 'no-answer', title: words.noAnswer, detail: words.noAnswerLead }
