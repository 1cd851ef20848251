import { useEffect, useState } from 'preact/hooks'
import type { StatusList } from '#platform/documents/credential/status-list.ts'
import { appWords as words } from '../../app-words.ts'
import { minutesOff } from '../../clock.ts'
import { Icon } from './icon.tsx'
import { momentOf } from './moment.ts'
import { Notice } from './notice.tsx'
import { useSession, useWords } from './session.ts'
import { useInstall } from './use-install.ts'

/** How old that is by which the device judges, and how to renew it. */
export function HeldView() {
  const { reader, online, refreshed, refresh, refreshing, refusal } = useSession()
  const say = useWords()
  const [lists, setLists] = useState<readonly StatusList[]>([])
  const install = useInstall()
  useEffect(() => {
    void reader.held.lists().then(setLists)
  }, [reader, refreshed])
  return (
    <section class="verifier-held stack stack-tight" aria-labelledby="verifier-held">
      <h2 id="verifier-held">{say(words.heldTitle)}</h2>
      <ClockNotice />
      <HeldLine lists={lists} />
      <div role="status">
        {refreshing ? <p class="muted">{say(words.refreshing)}</p> : refusal && <p>{say(refusal)}</p>}
      </div>
      <div class="row">
        <button
          type="button"
          class="btn btn-quiet"
          disabled={!online || refreshing}
          onClick={() => void refresh()}
        >
          <Icon name="refresh" />
          {say(words.refresh)}
        </button>
        {install && (
          <button type="button" class="btn btn-quiet" onClick={install}>
            <Icon name="download" />
            {say(words.install)}
          </button>
        )}
      </div>
    </section>
  )
}

function HeldLine({ lists }: { readonly lists: readonly StatusList[] }) {
  const { reader, online, locale } = useSession()
  const say = useWords()
  const now = reader.held.now()
  const kept = useKept()
  // The oldest says how far all of them can be relied on.
  const [oldest] = lists.toSorted((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime())
  if (!oldest || !reader.held.trust())
    return (
      <Notice tone="warning" icon={online ? 'warning' : 'offline'}>
        <p>{say(words.heldNone)}</p>
      </Notice>
    )
  const fresh = lists.every(({ freshUntil }) => now < freshUntil)
  const time = momentOf(oldest.issuedAt, now, locale)
  return (
    <>
      <p class="row">
        {kept && (
          <span class={`pill verifier-ready tone-${fresh ? 'good' : 'warning'}`}>
            <Icon name={fresh ? 'ready' : 'clock'} />
            {say(words.ready)}
          </span>
        )}
        {!online && (
          <span class="pill tone-quiet">
            <Icon name="offline" />
            {say(words.offline)}
          </span>
        )}
      </p>
      <p class="muted">{say(fresh ? words.heldFresh : words.heldStale, { time })}</p>
    </>
  )
}

/** Whether the page itself is kept too: a private window has the lists, but nothing to open them with. */
function useKept(): boolean {
  const [kept, setKept] = useState(navigator.serviceWorker?.controller != null)
  useEffect(() => {
    void navigator.serviceWorker?.ready.then(() => setKept(true))
  }, [])
  return kept
}

/** A clock that is minutes off makes live codes look old, or old ones live. */
export function ClockNotice() {
  const { reader } = useSession()
  const say = useWords()
  const skew = reader.held.skew()
  const minutes = minutesOff(skew === undefined ? undefined : { skew })
  if (minutes === undefined) return null
  return (
    <Notice tone="warning" icon="clock">
      <p>{say(minutes > 0 ? words.clockSlow : words.clockFast, { minutes: Math.abs(minutes) })}</p>
    </Notice>
  )
}
