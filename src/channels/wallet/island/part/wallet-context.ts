import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale, Text } from '#kernel/text.ts'
import type { Start, WalletLoad } from '../../presented.ts'
import { type Word, words } from '../../words.ts'
import type { Lock } from './keep.ts'
import type { Phone } from './phone.ts'
import type { Safe } from './safe.ts'
import type { Inner } from './screen.ts'
import type { Shelf } from './shelf.ts'

/** Whether the last contact came about. */
export type Reach = 'asking' | 'reached' | 'offline' | 'unreached'

/** What every screen is given. */
export interface Wallet {
  readonly start: Start
  readonly locale: Locale
  readonly shelf: Shelf
  /** Once there is one. */
  readonly phone: Phone | undefined
  readonly lock: Lock | undefined
  /** While it is open. */
  readonly safe: Safe | undefined
  readonly load: WalletLoad | undefined
  readonly reach: Reach
  /** By how much this phone's clock is ahead of the server's, in seconds, as of the last contact. */
  readonly skew: number
  go(screen: Inner): void
  back(): void
  /** The server knows this phone now; what opens the wallet is still to be chosen. */
  enrolled(phone: Phone): void
  /** Opens it, with a lock that was just made or has just opened. */
  opened(safe: Safe): Promise<void>
  close(): void
  refresh(): Promise<void>
  /** Forgets everything, and tells the server if it can be reached. */
  remove(): Promise<void>
  erasedByTries(): Promise<void>
  startAgain(): void
}

export const WalletContext = createContext<Wallet | undefined>(undefined)

export function useWallet() {
  const wallet = useContext(WalletContext)
  if (!wallet) throw new Error('no wallet around this screen')
  const { locale } = wallet
  return {
    ...wallet,
    /** A word, with what stands in its braces. */
    t: (word: Word, filled: Readonly<Record<string, string | number>> = {}): string =>
      Object.entries(filled).reduce<string>(
        (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
        words[word][locale],
      ),
    say: (text: Text): string => text[locale],
  }
}
