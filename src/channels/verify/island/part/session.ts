import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Locale, say, type Text } from '#kernel/text.ts'
import type { Examined } from '../../examine.ts'
import type { Purpose } from '../../purpose.ts'
import type { NumberAnswer } from './ask-number.ts'
import type { Decoder } from './decoder.ts'
import type { Reader } from './reader.ts'

/** What the page shows. */
export type View =
  | { readonly at: 'home'; readonly trouble?: Text | undefined }
  | { readonly at: 'camera' }
  | { readonly at: 'code'; readonly examined: Examined; readonly by: 'camera' | 'home' }
  | { readonly at: 'number'; readonly answer: NumberAnswer }

export interface Session {
  readonly locale: Locale
  readonly reader: Reader
  readonly decoder: Decoder
  /** The browser knows our signatures. */
  readonly able: boolean
  readonly online: boolean
  readonly purpose: Purpose
  readonly choose: (purpose: Purpose) => void
  readonly go: (view: View) => void
  /** A text that was read off a code. */
  readonly onText: (text: string, by: 'camera' | 'home') => void
  /** The live code that was judged last: the camera passes over it until it changes. */
  readonly judged: () => string | undefined
  /** Counts the refreshes, so that what is shown of them follows. */
  readonly refreshed: number
  readonly refresh: () => Promise<void>
  readonly refreshing: boolean
  readonly refusal: Text | undefined
}

// Every part stands below the provider in `app.tsx`.
export const SessionContext = createContext(undefined as unknown as Session)
export const useSession = (): Session => useContext(SessionContext)

/** Words in the reader’s language. */
export function useWords(): (text: Text, params?: Readonly<Record<string, string | number>>) => string {
  const { locale } = useSession()
  return (text, params) => say(text, locale, params)
}
