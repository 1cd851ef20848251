import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '#kernel/text.ts'
import type { DevicePlace, Start } from '../../presented.ts'
import { words } from '../../words.ts'
import { beat, keptDevice, openSession } from './device.ts'
import {
  ActivatedScreen,
  ChangedScreen,
  CodeScreen,
  DocumentsScreen,
  MobileYoursScreen,
  NewMobileScreen,
  TermsScreen,
  ToldScreen,
  UnregisteredScreen,
} from './errand-screens.tsx'
import { Frame } from './frame.tsx'
import { FingerScreen, MenuScreen, NumberScreen } from './identify-screens.tsx'
import { KioskContext, type Session } from './kiosk-context.ts'
import { RefusedScreen } from './refused-screen.tsx'
import { idle, type Known, type Screen } from './screen.ts'
import { post } from './server.ts'
import { EnrolScreen, OfflineScreen, OutScreen } from './service-screens.tsx'
import { useSilence } from './silence.ts'
import { WelcomeScreen } from './welcome-screen.tsx'

const beatEvery = 60_000

/** Leaves nothing behind: the page that comes is a new one, in the place of this one. */
function forget(): void {
  location.replace('/kiosk')
}

export function Kiosk({ start }: { readonly start: Start }) {
  const [locale, setLocale] = useState<Locale>(start.locale)
  const [screen, go] = useState<Screen>({ at: 'wait' })
  const [place, setPlace] = useState<DevicePlace>()
  const [known, know] = useState<Known>()
  const token = useRef<string | undefined>(undefined)
  const begun = !idle(screen)

  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr'
    document.title = words.title[locale]
  }, [locale])

  const report = useCallback(async () => {
    const device = await keptDevice()
    if (!device) return go({ at: 'enrol' })
    const told = await beat(device)
    if (told.ok) {
      setPlace(told.value)
      go((now) => (now.at === 'wait' || now.at === 'offline' || now.at === 'out' ? { at: 'welcome' } : now))
    } else if (told.error.code === 'device-refused') go({ at: 'out' })
    else go((now) => (idle(now) ? { at: 'offline' } : now))
  }, [])
  useEffect(() => {
    if (screen.at === 'wait') void report()
  }, [screen.at, report])
  useEffect(() => {
    const timer = setInterval(report, beatEvery)
    return () => clearInterval(timer)
  }, [report])

  const end = useCallback(() => {
    // The server is told if it can be; it forgets by itself after a while in any case.
    void post('end', {}, token.current).finally(forget)
    token.current = undefined
    know(undefined)
    go({ at: 'wait' })
  }, [])
  const left = useSilence(begun, end)

  async function begin(chosen: Locale): Promise<void> {
    setLocale(chosen)
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    const device = await keptDevice()
    if (!device) return go({ at: 'enrol' })
    const opened = await openSession(device)
    if (!opened.ok) return go({ at: opened.error.code === 'device-refused' ? 'out' : 'offline' })
    token.current = opened.value.token
    go({ at: 'menu' })
  }

  const session: Session = {
    start,
    locale,
    place,
    known,
    know,
    go,
    end,
    async ask<T>(path: string, body: unknown, back: Screen) {
      const asked = token.current
      const answer = await post<T>(path, body, asked)
      // It may have ended while the answer was on its way.
      if (asked === undefined || asked !== token.current) return undefined
      if (answer.ok) return answer.value
      if (answer.error.code === 'session-ended') end()
      else if (answer.error.code === 'device-refused') go({ at: 'out' })
      else go({ at: 'refused', because: answer.error, back })
      return undefined
    },
  }
  const onLanguage = () => setLocale(locale === 'ar' ? 'en' : 'ar')
  return (
    <KioskContext.Provider value={session}>
      <Frame left={begun ? left : undefined} onLanguage={onLanguage}>
        <ScreenView key={screen.at} screen={screen} begin={begin} />
      </Frame>
    </KioskContext.Provider>
  )
}

function ScreenView({ screen, begin }: { readonly screen: Screen; begin(locale: Locale): void }) {
  switch (screen.at) {
    case 'wait':
      return <p role="status">{words.wait.ar}</p>
    case 'enrol':
      return <EnrolScreen />
    case 'out':
      return <OutScreen />
    case 'offline':
      return <OfflineScreen />
    case 'welcome':
      return <WelcomeScreen begin={begin} />
    case 'menu':
      return <MenuScreen />
    case 'number':
      return <NumberScreen {...screen} />
    case 'finger':
      return <FingerScreen {...screen} />
    case 'terms':
      return <TermsScreen {...screen} />
    case 'mobile-yours':
      return <MobileYoursScreen {...screen} />
    case 'activated':
      return <ActivatedScreen {...screen} />
    case 'unregistered':
      return <UnregisteredScreen />
    case 'told':
      return <ToldScreen {...screen} />
    case 'new-mobile':
      return <NewMobileScreen {...screen} />
    case 'code':
      return <CodeScreen {...screen} />
    case 'changed':
      return <ChangedScreen {...screen} />
    case 'documents':
      return <DocumentsScreen {...screen} />
    case 'printing':
      return <DocumentsScreen {...screen} />
    case 'refused':
      return <RefusedScreen {...screen} />
  }
}
