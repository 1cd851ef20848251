import { useEffect, useState } from 'preact/hooks'
import type { Sheet, Told, Visitor } from '../../presented.ts'
import { Icon } from './icon.tsx'
import { useKiosk } from './kiosk-context.ts'
import { Pad } from './pad.tsx'
import { Go, Title } from './pieces.tsx'
import { playedCapture, reader } from './reader.ts'
import type { Errand, Screen } from './screen.ts'

const errands = [
  { errand: 'activate', icon: 'active', lead: 'activateLead' },
  { errand: 'status', icon: 'status', lead: 'statusLead' },
  { errand: 'mobile', icon: 'mobile', lead: 'mobileLead' },
  { errand: 'print', icon: 'print', lead: 'printLead' },
] as const

export function MenuScreen() {
  const { t, say, go, ask, known } = useKiosk()

  async function choose(errand: Errand): Promise<void> {
    if (!known) return go({ at: 'number', errand })
    const { number, visitor } = known
    if (errand === 'status') {
      const told = await ask<Told>('status', { number }, { at: 'menu' })
      if (told) go({ at: 'told', told })
    } else if (errand === 'mobile') {
      // Whoever stands here now may be the next one: the number that codes go to takes the finger anew.
      go({ at: 'finger', errand, number })
    } else {
      const next = await onward(errand, visitor, ask)
      if (next) go(next)
    }
  }
  return (
    <>
      <Title>{t('menuTitle')}</Title>
      {known && (
        <p>
          {t('hello')} {say(known.visitor.name)}
        </p>
      )}
      <ul class="kiosk-menu">
        {errands.map(({ errand, icon, lead }) => (
          <li key={errand}>
            <button type="button" onClick={() => choose(errand)}>
              <Icon name={icon} />
              <span>
                <strong>{t(errand)}</strong>
                <span>{t(lead)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

export function NumberScreen({ errand }: { readonly errand: Errand }) {
  const { t, go, ask } = useKiosk()
  return (
    <>
      <Title>{t('numberTitle')}</Title>
      <p>{t('numberLead')}</p>
      <Pad
        label={t('number')}
        length={10}
        group={10}
        confirm={t('next')}
        onDone={async (number) => {
          if (errand !== 'status') return go({ at: 'finger', errand, number })
          const told = await ask<Told>('status', { number }, { at: 'number', errand })
          if (told) go({ at: 'told', told })
        }}
      />
    </>
  )
}

/** Where a person goes once it is known who they are. */
export async function onward(
  errand: Errand,
  visitor: Visitor,
  ask: ReturnType<typeof useKiosk>['ask'],
): Promise<Screen | undefined> {
  if (errand === 'mobile') return { at: 'new-mobile', visitor, errand }
  if (errand === 'print') {
    const listed = await ask<{ documents: readonly Sheet[] }>('documents', {}, { at: 'menu' })
    return listed && { at: 'documents', documents: listed.documents }
  }
  if (visitor.account === 'activated') return { at: 'activated', visitor, slip: undefined }
  return visitor.account === 'none' ? { at: 'unregistered', visitor } : { at: 'terms', visitor }
}

export function FingerScreen({ errand, number }: { readonly errand: Errand; readonly number: string }) {
  const { t, go, ask, start, know } = useKiosk()
  const [busy, setBusy] = useState(false)
  const real = reader()

  async function match(capture: string): Promise<void> {
    setBusy(true)
    const visitor = await ask<Visitor>('finger', { number, capture }, { at: 'finger', errand, number })
    if (visitor) know({ number, visitor })
    const next = visitor && (await onward(errand, visitor, ask))
    if (next) go(next)
  }
  useEffect(() => {
    if (!real) return undefined
    const gone = new AbortController()
    real.capture(gone.signal).then(match, () => undefined)
    return () => gone.abort()
  }, [])

  return (
    <>
      <Title icon="fingerprint">{busy ? t('matching') : t('fingerTitle')}</Title>
      <p>{t('fingerLead')}</p>
      {!real && !start.played && <p role="alert">{t('fingerNone')}</p>}
      {!real && start.played && (
        <button type="button" class="kiosk-finger" disabled={busy} onClick={() => match(playedCapture)}>
          <Icon name="fingerprint" />
          {t('fingerPlayed')}
        </button>
      )}
      <Go look="quiet" onPress={() => go({ at: 'number', errand })}>
        {t('changeNumber')}
      </Go>
    </>
  )
}
