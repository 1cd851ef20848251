/** What the wallet keeps on the phone, by name; keys that cannot be taken out are kept as they are. */
export interface Shelf {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
}

const shelf = 'wallet'

/** In IndexedDB. @throws where the browser keeps nothing */
export async function openShelf(): Promise<Shelf> {
  const opening = indexedDB.open('diwan-wallet', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(shelf)
  const db = await done(opening)
  const on = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = db.transaction(shelf, mode)
    const result = await done(work(transaction.objectStore(shelf)))
    if (mode === 'readonly') return result
    // Written only once the transaction is complete: a count of wrong tries must not be lost.
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return result
  }
  return {
    get: (name) => on('readonly', (store) => store.get(name)),
    put: async (name, value) => void (await on('readwrite', (store) => store.put(value, name))),
    clear: async () => void (await on('readwrite', (store) => store.clear())),
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

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
