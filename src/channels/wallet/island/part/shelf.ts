import { done, openIndexed } from '#channels/face/island/part/indexed.ts'

/** What the wallet keeps on the phone, by name; keys that cannot be taken out are kept as they are. */
export interface Shelf {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
}

/** In IndexedDB. @throws where the browser keeps nothing */
export async function openShelf(): Promise<Shelf> {
  const on = await openIndexed('diwan-wallet', 'wallet')
  return {
    get: (name) => on('readonly', (store) => done(store.get(name))),
    put: async (name, value) => void (await on('readwrite', (store) => done(store.put(value, name)))),
    clear: async () => void (await on('readwrite', (store) => done(store.clear()))),
  }
}

/** For as long as a test lives. */
export function shelfInMemory(): Shelf {
  const kept = new Map<string, unknown>()
  return {
    get: async (name) => kept.get(name),
    put: async (name, value) => void kept.set(name, value),
    clear: async () => kept.clear(),
  }
}
