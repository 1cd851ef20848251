import { useMemo, useState } from 'preact/hooks'
import { liveEvery } from '#platform/documents/credential/live.ts'
import { qrSvg } from '#platform/documents/credential/qr.ts'
import type { WalletCard } from '../../presented.ts'
import { RoundButton, Title } from './pieces.tsx'
import { useLiveCode } from './use-live-code.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useWallet } from './wallet-context.ts'

/** How far a clock may be off before readers refuse its codes, in seconds. */
const clockSlack = 25

/** The code, on white whatever the theme: dark on light is what cameras read. */
export function CodeScreen({ id }: { readonly id: string }) {
  const { t, say, load, back, phone, start, skew } = useWallet()
  const card = load?.cards.find((one) => one.id === id)
  const [view, setView] = useState('')
  const [face, setFace] = useState(true)
  const [tell, setTell] = useState(false)
  const ways = card?.codes.filter((one) => one.view === view) ?? []
  const chosen = ways.find((one) => one.face === face) ?? ways[0]
  const credential = chosen?.credential
  const { code, left } = useLiveCode(phone, { credential, origin: start.origin, tell })
  useWakeLock()
  const drawn = useMemo(() => code && qrSvg(code, chosen?.face ? 'low' : 'medium'), [code, chosen?.face])
  if (!card) return null
  const title = say(chosen?.title ?? card.title)
  return (
    <div class="wallet-code">
      <header class="wallet-bar">
        <RoundButton icon="close" label={t('close')} onPress={back} />
        <Title>{title}</Title>
      </header>
      <main>
        <div class="wallet-qr">
          {drawn ? (
            <div
              role="img"
              aria-label={t('codeAlt', { title })}
              // Our own drawing of modules; nothing of it is anybody's text.
              dangerouslySetInnerHTML={{ __html: drawn }}
            />
          ) : (
            <p>{t('wait')}</p>
          )}
        </div>
        <Countdown left={left} />
        {Math.abs(skew) > clockSlack && <p class="wallet-warning">{t('clockOff')}</p>}
        <Choices
          card={card}
          view={view}
          setView={setView}
          face={ways.length > 1 ? { on: face, set: setFace } : undefined}
          tell={{ on: tell, set: setTell }}
        />
        <p class="wallet-small">
          {t('codeLead')} {t('bright')}
        </p>
      </main>
    </div>
  )
}

/** A ring that empties; in words it says the same once, not every second. */
function Countdown({ left }: { readonly left: number }) {
  const { t } = useWallet()
  return (
    <p class="wallet-ring">
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15" />
        <circle
          cx="18"
          cy="18"
          r="15"
          pathLength={liveEvery}
          stroke-dasharray={liveEvery}
          stroke-dashoffset={liveEvery - left}
        />
      </svg>
      <span aria-hidden="true">{t('codeNext', { n: left })}</span>
    </p>
  )
}

interface Switch {
  readonly on: boolean
  set(on: boolean): void
}

function Choices({
  card,
  view,
  setView,
  face,
  tell,
}: {
  readonly card: WalletCard
  readonly view: string
  setView(view: string): void
  readonly face: Switch | undefined
  readonly tell: Switch
}) {
  const { t, say } = useWallet()
  const views = [...new Map(card.codes.map((one) => [one.view, one.title])).entries()]
  return (
    <div class="wallet-choices">
      {views.length > 1 && (
        <fieldset>
          <legend>{t('what')}</legend>
          {views.map(([name, title]) => (
            <label key={name} class="wallet-option">
              <input type="radio" name="view" checked={name === view} onChange={() => setView(name)} />
              <span>{title ? say(title) : t('everything')}</span>
            </label>
          ))}
        </fieldset>
      )}
      {face && <Check words={t('withFace')} it={face} />}
      <Check words={t('tell')} hint={t('tellWhy')} it={tell} />
    </div>
  )
}

const Check = ({
  words,
  hint,
  it,
}: {
  readonly words: string
  readonly hint?: string
  readonly it: Switch
}) => (
  <label class="wallet-option">
    <input type="checkbox" checked={it.on} onChange={(event) => it.set(event.currentTarget.checked)} />
    <span>
      {words}
      {hint && it.on && <small>{hint}</small>}
    </span>
  </label>
)
