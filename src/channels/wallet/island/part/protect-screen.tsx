import { useEffect, useState } from 'preact/hooks'
import type { Word } from '../../words.ts'
import { Icon } from './icon.tsx'
import { protectByPasskey, protectByPin } from './keep.ts'
import { hasPasskeys } from './passkey.ts'
import { Frame, Go, Title, Trouble } from './pieces.tsx'
import { flawOfPin, pinTyped } from './pin.ts'
import { PinField } from './pin-field.tsx'
import { useWallet } from './wallet-context.ts'

/** What opens the wallet from now on: chosen when it is filled, or changed while it is open. */
export function ProtectScreen({ change = false }: { readonly change?: boolean }) {
  const { t, shelf, phone, safe, opened, back } = useWallet()
  const [able, setAble] = useState(false)
  const [byPin, setByPin] = useState(false)
  const [trouble, setTrouble] = useState<Word>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void hasPasskeys().then(setAble)
  }, [])

  async function choosePasskey(): Promise<void> {
    if (!phone) return
    setBusy(true)
    try {
      const made = await protectByPasskey(shelf, phone, t('passkeyName'), safe)
      if (made) return await opened(made)
      setTrouble('passkeyNone')
      setByPin(true)
    } catch {
      // Closed by the person, or time ran out.
      setTrouble('passkeyTrouble')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Frame {...(change ? { onBack: back } : {})}>
      <Title>{t('protectTitle')}</Title>
      <p class="lead">{t('protectLead')}</p>
      {trouble && <Trouble>{t(trouble)}</Trouble>}
      {able && (
        <section class="wallet-choice">
          <h2>
            <Icon name="finger" />
            {t('byPasskey')}
            <span class="wallet-tag">{t('recommended')}</span>
          </h2>
          <p>{t('byPasskeyWhy')}</p>
          <Go busy={busy} onPress={choosePasskey}>
            {t('byPasskey')}
          </Go>
        </section>
      )}
      <section class="wallet-choice">
        <h2>
          <Icon name="lock" />
          {t('byPin')}
        </h2>
        <p>{t('byPinWhy')}</p>
        {byPin ? (
          <PinForm />
        ) : (
          <Go look={able ? 'quiet' : 'main'} onPress={() => setByPin(true)}>
            {t('byPin')}
          </Go>
        )}
      </section>
    </Frame>
  )
}

function PinForm() {
  const { t, shelf, phone, safe, opened } = useWallet()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [flaw, setFlaw] = useState<Word>()
  const [busy, setBusy] = useState(false)

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    if (!phone) return
    const typed = pinTyped(pin)
    const wrong = flawOfPin(typed) ?? (typed === pinTyped(again) ? undefined : 'pinDiffers')
    setFlaw(wrong)
    if (wrong) return
    setBusy(true)
    await opened(await protectByPin(shelf, phone, typed, safe))
  }
  return (
    <form class="wallet-form" onSubmit={save}>
      <PinField
        label={t('pinNew')}
        hint={t('pinHint')}
        value={pin}
        onInput={setPin}
        error={flaw && flaw !== 'pinDiffers' ? t(flaw) : undefined}
      />
      <PinField
        label={t('pinAgain')}
        value={again}
        onInput={setAgain}
        error={flaw === 'pinDiffers' ? t(flaw) : undefined}
      />
      <Go submit busy={busy}>
        {t('save')}
      </Go>
    </form>
  )
}
