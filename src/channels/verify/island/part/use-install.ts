import { useEffect, useState } from 'preact/hooks'

/** What browsers that install pages say before they do; the library for pages does not declare it. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

/** Installs the page as an app, where the browser offers it. */
export function useInstall(): (() => void) | undefined {
  const [offer, setOffer] = useState<InstallEvent>()
  useEffect(() => {
    const offered = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallEvent)
    }
    const done = () => setOffer(undefined)
    addEventListener('beforeinstallprompt', offered)
    addEventListener('appinstalled', done)
    return () => {
      removeEventListener('beforeinstallprompt', offered)
      removeEventListener('appinstalled', done)
    }
  }, [])
  return offer && (() => void offer.prompt().then(() => setOffer(undefined)))
}
