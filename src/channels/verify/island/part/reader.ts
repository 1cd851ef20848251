import { inflateStream } from '#platform/documents/credential/inflate.ts'
import { checkWithSubtle } from '#platform/documents/credential/subtle.ts'
import { type ExamineDeps, type Examined, examine, examineAgain, forgetSeen } from '../../examine.ts'
import { type Held, openHeld } from '../../held.ts'
import type { Store } from '../../store.ts'
import { openStore } from './indexed-store.ts'

/** This browser as a reader of codes. */
export interface Reader {
  readonly held: Held
  readonly store: Store
  examine(text: string): Promise<Examined>
  examineAgain(examined: Examined): Promise<Examined>
  /** Forgets the live codes that nobody could show again. */
  forget(): Promise<void>
}

export async function openReader(): Promise<Reader> {
  const store = await openStore()
  const held = await openHeld({
    store,
    fetch: (address, init) => fetch(address, init),
    origin: location.origin,
    check: checkWithSubtle,
    inflate: inflateStream,
    time: () => ({ now: Date.now(), run: performance.now() }),
  })
  const deps: ExamineDeps = {
    held,
    store,
    check: checkWithSubtle,
    inflate: inflateStream,
    online: () => navigator.onLine,
  }
  void forgetSeen(deps)
  return {
    forget: () => forgetSeen(deps),
    held,
    store,
    examine: (text) => examine(text, deps),
    examineAgain: (examined) => examineAgain(examined, deps),
  }
}
