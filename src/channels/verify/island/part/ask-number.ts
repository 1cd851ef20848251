import type { Text } from '#kernel/text.ts'
import type { Outcome, Shown } from '#platform/documents/verify.ts'
import { appWords as words } from '../../app-words.ts'

/** What the server says of a number and its code. */
export interface NumberAnswer {
  readonly state: Exclude<Outcome['state'], 'not-genuine'>
  readonly document?: Shown
  readonly checkedAt: string
}

/** Asks the server, which alone knows the numbers; a text says why there is no answer. */
export async function askNumber(
  number: string,
  verificationCode: string,
): Promise<{ readonly answer: NumberAnswer } | { readonly trouble: Text }> {
  if (!navigator.onLine) return { trouble: words.offlineNumber }
  try {
    const reply = await fetch('/api/v1/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ number, verificationCode }),
      signal: AbortSignal.timeout(15_000),
    })
    const said: unknown = await reply.json()
    // This site's own API, in the shapes of `channel.tsx`.
    if (reply.ok) return { answer: said as NumberAnswer }
    return { trouble: (said as { texts?: { title?: Text } }).texts?.title ?? words.tryLater }
  } catch {
    return { trouble: navigator.onLine ? words.tryLater : words.offlineNumber }
  }
}
