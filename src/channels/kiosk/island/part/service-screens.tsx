import { useState } from 'preact/hooks'
import type { DevicePlace } from '../../presented.ts'
import { enrol, forgetDevice } from './device.ts'
import { useKiosk } from './kiosk-context.ts'
import { Pad } from './pad.tsx'
import { Go, Title } from './pieces.tsx'

/** For whoever puts the device up: the operator's code. */
export function EnrolScreen() {
  const { t, say, go } = useKiosk()
  const [tries, setTries] = useState(0)
  const [refused, setRefused] = useState('')
  return (
    <>
      <Title>{t('enrolTitle')}</Title>
      <p>{t('enrolLead')}</p>
      {refused && <p role="alert">{refused}</p>}
      <Pad
        key={tries}
        label={t('enrolCode')}
        length={12}
        group={4}
        confirm={t('enrol')}
        onDone={async (code) => {
          const done = await enrol(code)
          if (done.ok) return go({ at: 'wait' })
          setRefused(say(done.error.detail ?? done.error.title))
          setTries(tries + 1)
        }}
      />
    </>
  )
}

/** Nobody is served here. */
export function OutScreen() {
  const { t, go } = useKiosk()
  return (
    <>
      <Title icon="warning">{t('outTitle')}</Title>
      <p>{t('outLead')}</p>
      <div class="kiosk-far">
        <Go
          look="quiet"
          onPress={async () => {
            await forgetDevice()
            go({ at: 'enrol' })
          }}
        >
          {t('operator')}
        </Go>
      </div>
    </>
  )
}

export function OfflineScreen() {
  const { t } = useKiosk()
  return (
    <>
      <Title icon="warning">{t('offlineTitle')}</Title>
      <p>{t('offlineLead')}</p>
    </>
  )
}

export const placeLine = (place: DevicePlace, locale: 'ar' | 'en'): string =>
  `${place.place[locale]} · ${place.spot}`
