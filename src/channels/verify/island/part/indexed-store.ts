import { done, type Indexed, openIndexed } from '#channels/face/island/part/indexed.ts'
import { type Store, storeInMemory } from '../../store.ts'

/** What a device keeps, in IndexedDB; for as long as the page is open where the browser keeps nothing. */
export async function openStore(): Promise<Store> {
  try {
    return storeIn(await openIndexed('diwan-verifier', 'kept'))
  } catch {
    return storeInMemory()
  }
}

const storeIn = (on: Indexed): Store => ({
  get: (name) => on('readonly', (store) => done(store.get(name))),
  put: async (name, value) => void (await on('readwrite', (store) => done(store.put(value, name)))),
  putFirst: async (name, value) => {
    try {
      await on('readwrite', (store) => done(store.add(value, name)))
      return true
    } catch (error) {
      if (error instanceof DOMException && error.name === 'ConstraintError') return false
      throw error
    }
  },
  all: async (prefix) => {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    const [names, values] = await on('readonly', (store) =>
      Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]),
    )
    return new Map(names.map((name, at) => [String(name), values[at]]))
  },
  remove: async (name) => void (await on('readwrite', (store) => done(store.delete(name)))),
})
