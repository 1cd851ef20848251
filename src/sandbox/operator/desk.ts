import { randomInt } from 'node:crypto'
import type { OperationName } from '#sandbox/operator/words.ts'
import { refusal } from '#sandbox/operator/words.ts'

/** Something that an establishment asked through the platform, and that waits for the desk. */
export interface Asked {
  readonly key: string
  readonly operation: OperationName
  readonly account: string
  /** How many lines, or which service. */
  readonly what: string
  readonly callback: { readonly url: string; readonly token: string }
}

/** What waits at the operator, and the answers that go back: each once. */
export function desk() {
  const waiting = new Map<string, Asked>()
  return {
    waiting: (): readonly Asked[] => [...waiting.values()],
    /** The same ask again is the same one. */
    take(it: Asked): void {
      if (!waiting.has(it.key)) waiting.set(it.key, it)
    },
    /** Tells the platform; false when it was answered before. */
    async answer(key: string, accept: boolean): Promise<boolean> {
      const it = waiting.get(key)
      if (!it) return false
      waiting.delete(key)
      const answer = accept ? { kind: 'done', ...factsOf(it) } : { kind: 'refused', ...refusal }
      await fetch(it.callback.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: it.callback.token, answer }),
        signal: AbortSignal.timeout(10_000),
        // When nobody hears it, the step's deadline ends the wait.
      }).catch(() => undefined)
      return true
    },
  }
}

/** For lines, the numbers that they get: of the reserved range, drawn at random. */
function factsOf({ operation, what }: Asked): { readonly facts?: Readonly<Record<string, string>> } {
  if (operation !== 'add-lines') return {}
  const numbers = new Set<string>()
  while (numbers.size < Number(what)) numbers.add(`052${String(randomInt(10_000_000)).padStart(7, '0')}`)
  return { facts: { numbers: [...numbers].join(' ') } }
}
