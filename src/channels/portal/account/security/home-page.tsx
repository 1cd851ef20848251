import type { ComponentChildren } from 'preact'
import { LinkButton } from '#channels/face/button.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant, formatNumber } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { KnownDevice, OpenSession } from '#platform/accounts/devices.ts'
import type { AccountEvent } from '#platform/accounts/history.ts'
import type { Overview } from '#platform/accounts/overview.ts'
import type { KnownPlace } from '#platform/accounts/place.ts'
import { say } from '../words.ts'
import { DevicesTable } from './devices-table.tsx'
import { DoneNotice, type doneOf } from './done-notice.tsx'
import { HistoryTable } from './history-table.tsx'
import { PlacesTable } from './places-table.tsx'
import { SessionsTable } from './sessions-table.tsx'
import { walletWords } from './wallet-words.ts'
import { type SecurityWord, tell } from './words.ts'

interface HomePageProps {
  readonly visit: Visit
  readonly done: ReturnType<typeof doneOf>
  /** This session's id. */
  readonly session: string
  /** The hash of this browser's device token. */
  readonly device: string | undefined
  readonly sessions: readonly OpenSession[]
  readonly devices: readonly KnownDevice[]
  readonly place: string | undefined
  readonly places: readonly KnownPlace[]
  readonly events: readonly AccountEvent[]
  readonly overview: Overview
  /** A sign-in elsewhere asks for approval. */
  readonly asked: boolean
}

/** The home of an account's safety. */
export function SecurityHome(props: HomePageProps) {
  const { visit, done } = props
  const { locale } = visit
  return (
    <div class="stack">
      <header>
        <h1>{tell('title', locale)}</h1>
        <p class="lead">{tell('lead', locale)}</p>
      </header>
      <DoneNotice done={done} locale={locale} />
      {props.asked && (
        <Notice tone="warning" title={say('approveWaits', locale)} announce>
          <LinkButton href="/approve-sign-in">{say('approveOpen', locale)}</LinkButton>
        </Notice>
      )}
      <Entry {...props} />
      <Reach {...props} />
      <SessionsTable visit={visit} session={props.session} sessions={props.sessions} />
      <DevicesTable visit={visit} device={props.device} devices={props.devices} />
      <PlacesTable visit={visit} place={props.place} places={props.places} />
      <section class="stack">
        <HistoryTable events={props.events} locale={locale} />
        <p class="row">
          <a class="go" href="/account/history">
            {tell('historyAll', locale)}
          </a>
          <a class="go" href="/access">
            {tell('historyAccess', locale)}
          </a>
        </p>
      </section>
      <section class="sheet stack">
        <h2>{tell('notMe', locale)}</h2>
        <p>{tell('notMeLead', locale)}</p>
        <div>
          <LinkButton look="danger" href="/account/suspend">
            {tell('stop', locale)}
          </LinkButton>
        </div>
      </section>
      <section class="stack">
        <h2>{tell('close', locale)}</h2>
        <p>
          {tell('closeLead', locale)}{' '}
          <a class="a" href="/account/close">
            {tell('close', locale)}
          </a>
        </p>
      </section>
    </div>
  )
}

/** How one gets in, each with the page that changes it. */
function Entry({ visit: { locale }, overview }: HomePageProps) {
  return (
    <section class="stack">
      <h2>{tell('enter', locale)}</h2>
      <dl class="facts">
        <Fact
          locale={locale}
          label="username"
          value={<Ltr>{overview.username}</Ltr>}
          change="/account/username"
        />
        <Fact
          locale={locale}
          label="password"
          value={
            overview.passwordSince &&
            `${tell('passwordSince', locale)} ${formatInstant(overview.passwordSince, locale)}`
          }
          change="/account/password"
        />
        <Fact
          locale={locale}
          label="passkeys"
          value={
            overview.passkeys > 0 ? formatNumber(overview.passkeys, locale) : tell('passkeyNone', locale)
          }
          change="/account/passkeys"
        />
        <Fact
          locale={locale}
          label="app"
          value={tell(overview.app ? 'appOn' : 'appNone', locale)}
          change="/account/app-code"
        />
        <Fact
          locale={locale}
          label="recovery"
          value={`${tell('recoveryLeft', locale)}: ${formatNumber(overview.recoveryCodes, locale)}`}
          change="/account/recovery-codes"
        />
      </dl>
    </section>
  )
}

/** Where messages go. */
function Reach({ visit: { locale }, overview }: HomePageProps) {
  return (
    <section class="stack">
      <h2>{tell('reach', locale)}</h2>
      {overview.heldUntil && (
        <Notice
          tone="warning"
          title={`${tell('held', locale)} ${formatInstant(overview.heldUntil, locale)}`}
        />
      )}
      <dl class="facts">
        <Fact locale={locale} label="mobile" value={<Ltr>{overview.mobile}</Ltr>} change="/account/mobile" />
        <Fact locale={locale} label="email" value={<Ltr>{overview.email}</Ltr>} change="/account/email" />
      </dl>
      <p>
        <a class="go" href="/account/wallet">
          {walletWords.title[locale]}
        </a>
      </p>
      <p>
        <a class="go" href="/account/notifications">
          {tell('notices', locale)}
        </a>
      </p>
      <p>
        <a class="go" href="/account/sites">
          {tell('sites', locale)}
        </a>
      </p>
      <p>
        <a class="go" href="/account/data">
          {tell('data', locale)}
        </a>
      </p>
    </section>
  )
}

const Fact = (props: {
  readonly locale: Locale
  readonly label: SecurityWord
  readonly value: ComponentChildren
  readonly change: string
}) => (
  <div>
    <dt>{tell(props.label, props.locale)}</dt>
    <dd>{props.value}</dd>
    <dd class="fact-change">
      <a
        class="a"
        href={props.change}
        aria-label={`${tell('change', props.locale)}: ${tell(props.label, props.locale)}`}
      >
        {tell('change', props.locale)}
      </a>
    </dd>
  </div>
)
