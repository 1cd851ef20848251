import { useEffect, useState } from 'preact/hooks'
import { dayOf } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import type { Decision } from '#platform/documents/credential/decision.ts'
import type { Opened } from '#platform/documents/credential/opened.ts'
import { appWords as words } from '../../app-words.ts'
import { verdictOf } from '../../decision-words.ts'
import type { Examined } from '../../examine.ts'
import { type Told, tell } from '../../purpose.ts'
import { reasonWords } from '../../reason-words.ts'
import { ClockNotice } from './held-view.tsx'
import { type Drawn, Icon } from './icon.tsx'
import { momentOf } from './moment.ts'
import { useSession, useWords } from './session.ts'
import { tellHolder } from './tell-holder.ts'
import { VerdictBand } from './verdict-band.tsx'

/** What is said of a code, and as little of what is in it as answers the question. */
export function ResultView({
  examined,
  by,
}: {
  readonly examined: Examined
  readonly by: 'camera' | 'home'
}) {
  const { reader, purpose, locale, go } = useSession()
  const say = useWords()
  const { decision, at } = examined
  const opened = 'opened' in decision ? decision.opened : undefined
  const told = opened && tell(purpose, opened.claims, reader.held.known(), dayOf(at))
  const verdict = verdictOf(decision, told)
  const heard = useTelling(examined)
  return (
    <div class="narrow stack">
      <article class="verifier-result" data-state={decision.state} data-tone={verdict.tone}>
        <VerdictBand tone={verdict.tone} icon={iconOf(decision, verdict.tone)} title={say(verdict.title)}>
          <p>{say(verdict.body, { time: listTime(decision, at, locale), day: dayIn(decision, locale) })}</p>
        </VerdictBand>
        {decision.state === 'not-genuine' && (
          <p class="verifier-reason">
            {say(words.reason)}: {say(reasonWords[decision.because])}
          </p>
        )}
        {told && <ToldView told={told} />}
        {opened && <Shown opened={opened} />}
        {heard && (
          <p class="verifier-note">
            <Icon name="ready" />
            {say(words.told)}
          </p>
        )}
      </article>
      <ClockNotice />
      <div class="row">
        <button type="button" class="btn btn-primary" onClick={() => go({ at: by })}>
          <Icon name="scan" />
          {say(words.next)}
        </button>
        {by === 'camera' && (
          <button type="button" class="btn btn-quiet" onClick={() => go({ at: 'home' })}>
            {say(words.home)}
          </button>
        )}
      </div>
      <p class="muted">
        {say(words.checkedAt)}: <bdi dir="ltr">{momentOf(at, at, locale)}</bdi>
      </p>
    </div>
  )
}

/** Lets the holder know once, and says so when it was taken. */
function useTelling(examined: Examined): boolean {
  const [heard, setHeard] = useState(false)
  useEffect(() => {
    void tellHolder(examined).then(setHeard)
  }, [examined.text])
  return heard
}

function ToldView({ told }: { readonly told: Told }) {
  const { locale } = useSession()
  const say = useWords()
  return (
    <div class="verifier-told">
      {told.face && (
        <img class="verifier-face" src={addressOf(told.face)} alt={say(words.face)} width="96" height="120" />
      )}
      <dl class="facts min-w-0 flex-1">
        {told.facts.map(({ key, label, value }) => (
          <div key={key} class={key.startsWith('answer') ? 'verifier-answer' : undefined}>
            <dt>{say(label)}</dt>
            <dd>
              {value.kind === 'text' && <bdi>{say(value.text)}</bdi>}
              {value.kind === 'code' && <bdi dir="ltr">{value.code}</bdi>}
              {value.kind === 'day' && (
                <time dateTime={value.day}>
                  {formatDay(value.day, locale)}
                  <span class="value-second">{formatHijri(value.day, locale)}</span>
                </time>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Live from a phone, or a code that anybody may have copied. */
function Shown({ opened }: { readonly opened: Opened }) {
  const say = useWords()
  return (
    <p class="verifier-note">
      <Icon name={opened.live ? 'live' : 'printed'} />
      {say(opened.live ? words.live : words.printed)}
    </p>
  )
}

function iconOf({ state }: Decision, tone: string): Drawn {
  if (tone === 'bad') return state === 'suspended' ? 'paused' : 'bad'
  if (state === 'status-unknown') return 'unknown'
  if (state === 'not-fresh' || state === 'clock-wrong') return 'clock'
  if (state === 'no-keys') return 'offline'
  return tone === 'good' ? 'good' : 'warning'
}

const listTime = (decision: Decision, at: Date, locale: 'ar' | 'en'): string =>
  'listFrom' in decision && decision.listFrom ? momentOf(decision.listFrom, at, locale) : ''

function dayIn(decision: Decision, locale: 'ar' | 'en'): string {
  if (!('opened' in decision)) return ''
  const { validFrom, validUntil } = decision.opened.claims
  const day = decision.state === 'not-yet-valid' ? validFrom : validUntil
  return day ? formatDay(day, locale) : ''
}

/** The policy of the page lets pictures come as data. */
const addressOf = (avif: Uint8Array): string =>
  `data:image/avif;base64,${btoa(Array.from(avif, (byte) => String.fromCharCode(byte)).join(''))}`
