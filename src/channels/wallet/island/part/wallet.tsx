import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '#kernel/text.ts'
import type { Refused, Start, WalletLoad } from '../../presented.ts'
import { words } from '../../words.ts'
import { CardScreen } from './card-screen.tsx'
import { CardsScreen } from './cards-screen.tsx'
import { CodeScreen } from './code-screen.tsx'
import { ErasedScreen, StartingScreen, UnsupportedScreen } from './edge-screens.tsx'
import {
  erase,
  forgetLeaving,
  keepLoad,
  keepLocale,
  keepPhone,
  keptLeaving,
  keptLoad,
  keptLocale,
  keptLock,
  keptPhone,
  type Lock,
} from './keep.ts'
import { LockedScreen } from './locked-screen.tsx'
import { carry, leave, look, type Phone } from './phone.ts'
import { ProtectScreen } from './protect-screen.tsx'
import type { Safe } from './safe.ts'
import { type Inner, isInner, type Screen } from './screen.ts'
import { type Answer, noAnswer } from './server.ts'
import { SettingsScreen } from './settings-screen.tsx'
import { openShelf, type Shelf } from './shelf.ts'
import { useAutoLock } from './use-auto-lock.ts'
import { type Reach, type Wallet, WalletContext } from './wallet-context.ts'
import { WelcomeScreen } from './welcome-screen.tsx'

/** How often a wallet that stays open asks for what is new. */
const refreshEvery = 6 * 60 * 60_000

export function WalletApp({ start }: { readonly start: Start }) {
  const [locale, setLocale] = useState<Locale>(start.locale)
  const [screen, setScreen] = useState<Screen>({ at: 'starting' })
  const [shelf, setShelf] = useState<Shelf>()
  const [phone, setPhone] = useState<Phone>()
  const [lock, setLock] = useState<Lock>()
  const [safe, setSafe] = useState<Safe>()
  const [load, setLoad] = useState<WalletLoad>()
  const [reach, setReach] = useState<Reach>('reached')
  const [skew, setSkew] = useState(0)
  // A contact may come back after the wallet was locked or erased: then nothing of it is kept.
  const open = useRef<Safe | undefined>(undefined)

  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr'
    document.title = words.appName[locale]
  }, [locale])

  const forget = useCallback(() => {
    open.current = undefined
    for (const set of [setSafe, setLoad, setPhone, setLock]) set(undefined)
  }, [])

  /** The server says that this phone carries nothing any more. */
  const ended = useCallback(
    async (on: Shelf, because: Refused) => {
      await erase(on)
      forget()
      setScreen({ at: 'erased', title: because.title, why: because.detail })
    },
    [forget],
  )

  const heard = useCallback(
    async (on: Shelf, answer: Answer<unknown>): Promise<boolean> => {
      if (answer.ok) setReach('reached')
      else if (answer.error.code === 'wallet-ended') await ended(on, answer.error)
      else setReach(navigator.onLine ? 'unreached' : 'offline')
      return answer.ok
    },
    [ended],
  )

  const begin = useCallback(async () => {
    const on = await openShelf().catch(() => undefined)
    if (!on || !window.isSecureContext) return setScreen({ at: 'unsupported' })
    setShelf(on)
    const [spoken, gone, here, locked] = await Promise.all([
      keptLocale(on),
      keptLeaving(on),
      keptPhone(on),
      keptLock(on),
    ])
    if (spoken) setLocale(spoken)
    if (gone) {
      const told = await leave(gone)
      if (told.ok || told.error.code !== noAnswer) await forgetLeaving(on)
    }
    if (!here) return setScreen({ at: 'welcome' })
    setPhone(here)
    setLock(locked)
    if (locked) {
      setScreen({ at: 'locked' })
      void heard(on, await look(here))
      return
    }
    // The page was closed before a lock was chosen, perhaps before the server had answered.
    const known = await look(here)
    if (known.ok) return setScreen({ at: 'protect' })
    if (known.error.code === noAnswer) return setScreen({ at: 'welcome' })
    await erase(on)
    forget()
    setScreen({ at: 'welcome' })
  }, [heard, forget])
  useEffect(() => {
    void begin()
  }, [begin])

  const refreshWith = useCallback(
    async (on: Shelf, by: Phone, into: Safe) => {
      setReach('asking')
      const answer = await carry(by)
      if (open.current !== into) return
      if (!(await heard(on, answer)) || !answer.ok) return
      setSkew(Math.round((Date.now() - Date.parse(answer.value.now)) / 1000))
      setLoad(answer.value)
      await keepLoad(on, into, answer.value)
    },
    [heard],
  )
  const refresh = useCallback(
    async () => (shelf && phone && safe ? refreshWith(shelf, phone, safe) : undefined),
    [shelf, phone, safe, refreshWith],
  )
  useEffect(() => {
    if (!safe) return undefined
    const offline = () => setReach('offline')
    const timer = setInterval(refresh, refreshEvery)
    addEventListener('online', refresh)
    addEventListener('offline', offline)
    return () => {
      clearInterval(timer)
      removeEventListener('online', refresh)
      removeEventListener('offline', offline)
    }
  }, [safe, refresh])

  const close = useCallback(() => {
    open.current = undefined
    setSafe(undefined)
    setLoad(undefined)
    setScreen((now) => (isInner(now) ? { at: 'locked' } : now))
  }, [])
  useAutoLock(safe !== undefined, close)

  const opened = useCallback(
    async (by: Safe) => {
      if (!shelf || !phone) return
      open.current = by
      setSafe(by)
      setLock(await keptLock(shelf))
      setLoad(await keptLoad(shelf, by, Date.now()))
      history.replaceState({ at: 'cards' } satisfies Inner, '', '/wallet/')
      setScreen({ at: 'cards' })
      await refreshWith(shelf, phone, by)
    },
    [shelf, phone, refreshWith],
  )

  useEffect(() => {
    const moved = (event: PopStateEvent) => {
      // Only `go` and `opened` write it.
      const to = (event.state as Inner | null) ?? { at: 'cards' }
      setScreen((now) => (isInner(now) ? to : now))
    }
    addEventListener('popstate', moved)
    return () => removeEventListener('popstate', moved)
  }, [])

  if (screen.at === 'unsupported') return <UnsupportedScreen locale={locale} />
  if (!shelf) return <StartingScreen locale={locale} />

  const wallet: Wallet = {
    start,
    locale,
    shelf,
    phone,
    lock,
    safe,
    load,
    reach,
    skew,
    refresh,
    opened,
    close,
    go(to) {
      history.pushState(to, '', '/wallet/')
      setScreen(to)
    },
    back: () => history.back(),
    enrolled(made) {
      setPhone(made)
      void keepPhone(made, shelf)
      void navigator.storage?.persist?.()
      setScreen({ at: 'protect' })
    },
    async remove() {
      if (!phone) return
      const told = await leave(phone)
      await erase(shelf, told.ok ? {} : { leaving: phone })
      forget()
      setScreen({ at: 'erased', title: words.removed, why: undefined })
    },
    async erasedByTries() {
      if (!phone) return
      await erase(shelf, { leaving: phone })
      forget()
      setScreen({ at: 'erased', title: words.erased, why: words.erasedTries })
      if ((await leave(phone)).ok) await forgetLeaving(shelf)
    },
    startAgain: () => setScreen({ at: 'welcome' }),
  }
  const speak = () => {
    const other = locale === 'ar' ? 'en' : 'ar'
    setLocale(other)
    void keepLocale(other, shelf)
  }
  return (
    <WalletContext.Provider value={wallet}>
      <ScreenView key={screen.at} screen={screen} speak={speak} />
    </WalletContext.Provider>
  )
}

function ScreenView({ screen, speak }: { readonly screen: Screen; speak(): void }) {
  switch (screen.at) {
    case 'starting':
    case 'unsupported':
      return null
    case 'welcome':
      return <WelcomeScreen speak={speak} />
    case 'protect':
      return <ProtectScreen />
    case 'change-lock':
      return <ProtectScreen change />
    case 'locked':
      return <LockedScreen speak={speak} />
    case 'erased':
      return <ErasedScreen {...screen} />
    case 'cards':
      return <CardsScreen />
    case 'card':
      return <CardScreen id={screen.id} />
    case 'code':
      return <CodeScreen id={screen.id} />
    case 'settings':
      return <SettingsScreen speak={speak} />
  }
}
