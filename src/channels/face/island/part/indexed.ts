/** A shelf of the browser: does one piece of work on it, within a transaction. */
export type Indexed = <T>(
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => Promise<T>,
) => Promise<T>

/** In IndexedDB, made when it is not there. @throws where the browser keeps nothing */
export async function openIndexed(database: string, shelf: string): Promise<Indexed> {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(shelf)
  const db = await done(opening)
  return async (mode, work) => {
    const transaction = db.transaction(shelf, mode)
    const result = await work(transaction.objectStore(shelf))
    if (mode === 'readonly') return result
    // Written only once the transaction is complete: a count of wrong tries must not be lost.
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return result
  }
}

export const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
