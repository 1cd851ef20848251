import { EventEmitter } from 'node:events'

/** Keeps what arrived, by address; in memory, because a sandbox forgets when it stops. */
export interface Inbox<M> {
  add(address: string, message: M): void
  /** Oldest first; empty for an address that got nothing. */
  of(address: string): readonly M[]
  /** The number of the newest message to an address; numbers only grow, also from one start to the next. */
  newest(address: string): number
  /** The addresses and their newest message, newest first. */
  recent(): readonly { readonly address: string; readonly last: M }[]
  /** Calls back with every message to an address after the given number, past and future, until it is ended. */
  follow(address: string, after: number, listener: (message: M, number: number) => void): () => void
}

/** An inbox of at most so many addresses with so many messages each; the oldest make room. */
export function inbox<M>(bound: { addresses: number; messages: number }): Inbox<M> {
  interface Kept {
    readonly number: number
    readonly message: M
  }
  // A Map keeps its order of insertion: the first is the one that waited longest for a message.
  const byAddress = new Map<string, Kept[]>()
  const arrivals = new EventEmitter().setMaxListeners(0)
  let last = Date.now()
  return {
    add(address, message) {
      const kept = { number: ++last, message }
      const messages = byAddress.get(address) ?? []
      messages.push(kept)
      if (messages.length > bound.messages) messages.shift()
      byAddress.delete(address)
      byAddress.set(address, messages)
      const [oldest] = byAddress.keys()
      if (byAddress.size > bound.addresses && oldest !== undefined) byAddress.delete(oldest)
      arrivals.emit(`to ${address}`, kept)
    },
    of: (address) => (byAddress.get(address) ?? []).map(({ message }) => message),
    newest: (address) => byAddress.get(address)?.at(-1)?.number ?? 0,
    recent: () =>
      [...byAddress].reverse().flatMap(([address, messages]) => {
        const newest = messages.at(-1)
        return newest === undefined ? [] : [{ address, last: newest.message }]
      }),
    follow(address, after, listener) {
      const tell = ({ message, number }: Kept) => listener(message, number)
      for (const kept of byAddress.get(address) ?? []) if (kept.number > after) tell(kept)
      arrivals.on(`to ${address}`, tell)
      return () => arrivals.off(`to ${address}`, tell)
    },
  }
}
