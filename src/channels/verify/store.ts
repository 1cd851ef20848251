/** Where a reader keeps what it needs without a connection: names, and bytes or values that can be cloned. */
export interface Store {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  /** Says whether the name was free, in one step: of two that come at once, one is first. */
  putFirst(name: string, value: unknown): Promise<boolean>
  /** Every name that begins so, with its value. */
  all(prefix: string): Promise<ReadonlyMap<string, unknown>>
  remove(name: string): Promise<void>
}

/** For as long as a page or a test lives. */
export function storeInMemory(): Store {
  const kept = new Map<string, unknown>()
  return {
    get: async (name) => kept.get(name),
    put: async (name, value) => void kept.set(name, value),
    putFirst: async (name, value) => {
      if (kept.has(name)) return false
      kept.set(name, value)
      return true
    },
    all: async (prefix) => new Map([...kept].filter(([name]) => name.startsWith(prefix))),
    remove: async (name) => void kept.delete(name),
  }
}
