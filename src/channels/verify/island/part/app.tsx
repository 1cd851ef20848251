import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '#kernel/text.ts'
import type { Purpose } from '../../purpose.ts'
import { CameraView } from './camera-view.tsx'
import type { Decoder } from './decoder.ts'
import { HomeView } from './home-view.tsx'
import { NumberView } from './number-view.tsx'
import type { Reader } from './reader.ts'
import { ResultView } from './result-view.tsx'
import { SessionContext, type View } from './session.ts'
import { useOnline } from './use-online.ts'
import { useRefresh } from './use-refresh.ts'

interface AppProps {
  readonly locale: Locale
  readonly reader: Reader
  readonly decoder: Decoder
  readonly able: boolean
  /** What was asked last. */
  readonly asked: Purpose
}

export function App({ locale, reader, decoder, able, asked }: AppProps) {
  const [view, setView] = useState<View>({ at: 'home' })
  const [purpose, setPurpose] = useState(asked)
  const online = useOnline()
  const refreshes = useRefresh(reader, online)
  const judged = useRef<string | undefined>(undefined)

  const go = useCallback((next: View) => {
    setView(next)
    scrollTo(0, 0)
  }, [])
  const { refresh } = refreshes
  const onText = useCallback(
    async (text: string, by: 'camera' | 'home') => {
      const examined = await reader.examine(text)
      judged.current = examined.opened?.ok && examined.opened.value.live ? text : undefined
      go({ at: 'code', examined, by })
      const { state } = examined.decision
      if (navigator.onLine && (state === 'not-fresh' || state === 'status-unknown')) void refresh()
    },
    [reader, go, refresh],
  )

  // A code's own address that was opened without a connection is read off the address.
  useEffect(() => {
    if (!location.pathname.startsWith('/verify/')) return
    const { href } = location
    history.replaceState(null, '', '/verify')
    void onText(href, 'home')
  }, [onText])

  // A newer list may change what is shown.
  useEffect(() => {
    if (refreshes.refreshed === 0 || view.at !== 'code') return
    void reader
      .examineAgain(view.examined)
      .then((examined) => setView((now) => (now === view ? { ...view, examined } : now)))
  }, [refreshes.refreshed])

  const choose = (chosen: Purpose) => {
    setPurpose(chosen)
    void reader.store.put('purpose', chosen)
  }
  return (
    <SessionContext.Provider
      value={{
        ...refreshes,
        locale,
        reader,
        decoder,
        able,
        online,
        purpose,
        choose,
        go,
        onText: (text, by) => void onText(text, by),
        judged: () => judged.current,
      }}
    >
      <Shown view={view} />
    </SessionContext.Provider>
  )
}

function Shown({ view }: { readonly view: View }) {
  switch (view.at) {
    case 'home':
      return <HomeView trouble={view.trouble} />
    case 'camera':
      return <CameraView />
    case 'code':
      return <ResultView examined={view.examined} by={view.by} />
    case 'number':
      return <NumberView answer={view.answer} />
  }
}
