import { type Store, storeInMemory } from '../../store.ts'

const shelf = 'kept'

/** What a device keeps, in IndexedDB; for as long as the page is open where the browser keeps nothing. */
export async function openStore(): Promise<Store> {
  try {
    const db = await done(opening())
    return storeIn(db)
  } catch {
    return storeInMemory()
  }
}

function opening(): IDBOpenDBRequest {
  const request = indexedDB.open('diwan-verifier', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(shelf)
  return request
}

function storeIn(db: IDBDatabase): Store {
  const on = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) =>
    done(work(db.transaction(shelf, mode).objectStore(shelf)))
  return {
    get: (name) => on('readonly', (store) => store.get(name)),
    put: async (name, value) => void (await on('readwrite', (store) => store.put(value, name))),
    putFirst: async (name, value) => {
      try {
        await on('readwrite', (store) => store.add(value, name))
        return true
      } catch (error) {
        if (error instanceof DOMException && error.name === 'ConstraintError') return false
        throw error
      }
    },
    all: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const transaction = db.transaction(shelf, 'readonly').objectStore(shelf)
      const [names, values] = await Promise.all([
        done(transaction.getAllKeys(range)),
        done(transaction.getAll(range)),
      ])
      return new Map(names.map((name, at) => [String(name), values[at]]))
    },
    remove: async (name) => void (await on('readwrite', (store) => store.delete(name))),
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
