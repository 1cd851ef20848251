import type { Refused } from '../../presented.ts'
import { useKiosk } from './kiosk-context.ts'
import { Go, Title } from './pieces.tsx'
import type { Screen } from './screen.ts'

/** Refusals after which the same step makes no sense. */
const final = ['tries-over', 'not-registered', 'already-activated', 'account-stopped', 'other-person']

/** Why it did not go on, and what to do. */
export function RefusedScreen({ because, back }: { readonly because: Refused; readonly back: Screen }) {
  const { t, say, go, end } = useKiosk()
  const fields = Object.values(because.fields ?? {})
  return (
    <>
      <Title icon="warning">{say(because.title)}</Title>
      {fields.map((text) => (
        <p key={text.en}>{say(text)}</p>
      ))}
      {because.detail && <p>{say(because.detail)}</p>}
      {!final.includes(because.code) && <Go onPress={() => go(back)}>{t('again')}</Go>}
      {back.at === 'finger' && !final.includes(because.code) && (
        <Go look="quiet" onPress={() => go({ at: 'number', errand: back.errand })}>
          {t('changeNumber')}
        </Go>
      )}
      <Go look="quiet" onPress={() => go({ at: 'menu' })}>
        {t('toMenu')}
      </Go>
      <Go look="quiet" onPress={end}>
        {t('end')}
      </Go>
    </>
  )
}
