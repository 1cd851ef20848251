import { useCallback, useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { type Lock, openByPasskey, openByPin } from './keep.ts'
import { Frame, Go, LanguageButton, Title, Trouble } from './pieces.tsx'
import { pinTyped } from './pin.ts'
import { PinField } from './pin-field.tsx'
import { RemoveButton } from './remove-button.tsx'
import type { Shelf } from './shelf.ts'
import { triesLeft } from './tries.ts'
import { useWallet } from './wallet-context.ts'

/** Nothing is shown before it opens, not even whose it is. */
export function LockedScreen({ speak }: { speak(): void }) {
  const { t, lock } = useWallet()
  return (
    <Frame kind="centred" actions={<LanguageButton speak={speak} />}>
      <span class="wallet-seal">
        <Icon name="lock" />
      </span>
      <Title>{t('lockedTitle')}</Title>
      {lock?.kind === 'passkey' && <ByPasskey lock={lock} />}
      {lock?.kind === 'pin' && <ByPin lock={lock} />}
      <RemoveButton words={lock?.kind === 'pin' ? t('forgot') : t('remove')} />
    </Frame>
  )
}

function ByPasskey({ lock }: { readonly lock: Extract<Lock, { kind: 'passkey' }> }) {
  const { t, phone, opened } = useWallet()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  async function unlock(): Promise<void> {
    if (!phone) return
    setBusy(true)
    setFailed(false)
    // It throws when the person closed the question.
    const safe = await openByPasskey(phone, lock).catch(() => undefined)
    setBusy(false)
    if (safe) await opened(safe)
    else setFailed(true)
  }
  return (
    <div class="wallet-form">
      {failed && <Trouble>{t('again')}</Trouble>}
      <Go icon="finger" busy={busy} onPress={unlock}>
        {t('unlock')}
      </Go>
    </div>
  )
}

function ByPin({ lock }: { readonly lock: Extract<Lock, { kind: 'pin' }> }) {
  const { t, shelf, phone, opened, erasedByTries } = useWallet()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<number>()
  const wait = useWait(shelf)

  async function unlock(event: Event): Promise<void> {
    event.preventDefault()
    if (!phone || pin === '') return
    setBusy(true)
    const outcome = await openByPin(shelf, phone, lock, { pin: pinTyped(pin), now: Date.now() })
    setBusy(false)
    setPin('')
    if (outcome.kind === 'open') return opened(outcome.safe)
    if (outcome.left <= 0) return erasedByTries()
    setWrong(outcome.left)
    wait.start(outcome.wait)
  }
  const error = wait.seconds > 0 ? t('pinWait', { n: wait.seconds }) : undefined
  return (
    <form class="wallet-form" onSubmit={unlock}>
      {wrong !== undefined && (
        <Trouble>
          <strong>{t('pinWrong')}</strong> {t('pinLeft', { n: wrong })}
        </Trouble>
      )}
      <PinField label={t('pin')} value={pin} onInput={setPin} error={error} disabled={wait.seconds > 0} />
      <Go submit busy={busy} disabled={wait.seconds > 0}>
        {t('unlock')}
      </Go>
    </form>
  )
}

/** How many seconds the next try waits, also after the page was opened anew. */
function useWait(shelf: Shelf): { readonly seconds: number; start(milliseconds: number): void } {
  const [end, setEnd] = useState(0)
  const [seconds, setSeconds] = useState(0)
  const start = useCallback((milliseconds: number) => setEnd(Date.now() + milliseconds), [])
  useEffect(() => {
    void triesLeft(shelf, Date.now()).then(({ wait }) => wait > 0 && start(wait))
  }, [shelf, start])
  useEffect(() => {
    const tell = () => setSeconds(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tell()
    const timer = setInterval(tell, 500)
    return () => clearInterval(timer)
  }, [end])
  return { seconds, start }
}
