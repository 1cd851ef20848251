import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale, Text } from '#kernel/text.ts'
import type { DevicePlace, Start } from '../../presented.ts'
import { type Word, words } from '../../words.ts'
import type { Known, Screen } from './screen.ts'

/** What every screen is given. */
export interface Session {
  readonly start: Start
  readonly locale: Locale
  readonly place: DevicePlace | undefined
  /** Whose finger matched in this session; one session is for one person. */
  readonly known: Known | undefined
  know(known: Known): void
  go(screen: Screen): void
  /**
   * Asks the server within the session, and shows what was refused with a way back to `back`; an ended session
   * or a device that is trusted no more leads out by itself.
   */
  ask<T>(path: string, body: unknown, back: Screen): Promise<T | undefined>
  /** Ends the session and forgets it. */
  end(): void
}

export const KioskContext = createContext<Session | undefined>(undefined)

export function useKiosk() {
  const session = useContext(KioskContext)
  if (!session) throw new Error('no session around this screen')
  const { locale } = session
  return {
    ...session,
    t: (word: Word): string => words[word][locale],
    say: (text: Text): string => text[locale],
  }
}
