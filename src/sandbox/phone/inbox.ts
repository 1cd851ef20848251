import { EventEmitter } from 'node:events'

/** Keeps what arrived, by address; in memory, because a sandbox forgets when it stops. */
export interface Inbox<M> {
  add(address: string, message: M): void
  /** Oldest first; empty for an address that got nothing. */
  of(address: string): readonly M[]
  /** The addresses and their newest message, newest first. */
  recent(): readonly { readonly address: string; readonly last: M }[]
  /** Calls back with every message to an address from now on; the returned function ends it. */
  listen(address: string, listener: (message: M) => void): () => void
}

/** An inbox of at most so many addresses with so many messages each; the oldest make room. */
export function inbox<M>(bound: { addresses: number; messages: number }): Inbox<M> {
  // A Map keeps its order of insertion: the first is the one that waited longest for a message.
  const byAddress = new Map<string, M[]>()
  const arrivals = new EventEmitter().setMaxListeners(0)
  return {
    add(address, message) {
      const messages = byAddress.get(address) ?? []
      messages.push(message)
      if (messages.length > bound.messages) messages.shift()
      byAddress.delete(address)
      byAddress.set(address, messages)
      const [oldest] = byAddress.keys()
      if (byAddress.size > bound.addresses && oldest !== undefined) byAddress.delete(oldest)
      arrivals.emit(`to ${address}`, message)
    },
    of: (address) => byAddress.get(address) ?? [],
    recent: () =>
      [...byAddress].reverse().flatMap(([address, messages]) => {
        const last = messages.at(-1)
        return last === undefined ? [] : [{ address, last }]
      }),
    listen(address, listener) {
      arrivals.on(`to ${address}`, listener)
      return () => arrivals.off(`to ${address}`, listener)
    },
  }
}
