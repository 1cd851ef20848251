import type { ComponentChildren } from 'preact'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { ConfirmPanel, HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { type Locale, say } from '#kernel/text.ts'
import type { Office } from '#platform/appointments/office.ts'
import type { EnrolmentCode, Kiosk } from '#platform/kiosks/registry.ts'
import type { Problem } from '#platform/problem.ts'
import { words } from './words.ts'

const home = '/office/kiosks'
type Typed = Readonly<Record<'office' | 'spot' | 'section', string>>

interface KiosksPageProps {
  readonly visit: Visit
  readonly kiosks: readonly Kiosk[]
  readonly offices: readonly Office[]
  readonly errors: NonNullable<Problem['fields']>
  readonly typed: Typed
  readonly revoked: boolean
}

/** Every device with its state and last heartbeat, and the form for one more. */
export function KiosksPage(props: KiosksPageProps) {
  const { visit, kiosks, revoked } = props
  const { locale } = visit
  return (
    <div class="stack">
      {revoked && <Notice tone="good" title={words.revokedNow[locale]} announce />}
      <h1>{words.title[locale]}</h1>
      <p>{words.lead[locale]}</p>
      <section class="sheet">
        {kiosks.length === 0 ? (
          <EmptyState words={words.none[locale]} />
        ) : (
          <DataTable
            rows={kiosks}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'place',
                label: words.place[locale],
                cell: (row) => (
                  <>
                    <strong>{row.place[locale]}</strong>
                    <span class="block">{row.spot}</span>
                  </>
                ),
              },
              { key: 'section', label: words.section[locale], cell: (row) => words[row.section][locale] },
              {
                key: 'state',
                label: words.state[locale],
                cell: (row) => <State kiosk={row} locale={locale} />,
              },
              {
                key: 'heartbeat',
                label: words.heartbeat[locale],
                cell: (row) =>
                  row.lastHeartbeat ? formatInstant(row.lastHeartbeat, locale) : words.never[locale],
              },
              { key: 'act', label: '', cell: (row) => <Acts kiosk={row} visit={visit} /> },
            ]}
          />
        )}
      </section>
      <RegisterForm {...props} />
    </div>
  )
}

function State({ kiosk, locale }: { readonly kiosk: Kiosk; readonly locale: Locale }) {
  if (kiosk.state === 'revoked') return <StatusPill tone="quiet" words={words.revoked[locale]} />
  if (kiosk.state === 'awaiting')
    return kiosk.codeOver ? (
      <StatusPill tone="warning" words={words.codeOver[locale]} />
    ) : (
      <StatusPill tone="neutral" icon="hourglass" words={words.awaiting[locale]} />
    )
  return kiosk.online ? (
    <StatusPill tone="good" words={words.online[locale]} />
  ) : (
    <StatusPill tone="bad" words={words.silent[locale]} />
  )
}

function Acts({ kiosk, visit }: { readonly kiosk: Kiosk; readonly visit: Visit }) {
  const { locale, csrf } = visit
  if (kiosk.state === 'revoked') return null
  const which = `${kiosk.place[locale]}, ${kiosk.spot}`
  return (
    <div class="row">
      {kiosk.state === 'awaiting' && (
        <form method="post" action={`${home}/${kiosk.id}/code`}>
          <HiddenInputs values={{ _csrf: csrf }} />
          <Button look="quiet" aria-label={`${words.renew[locale]}: ${which}`}>
            {words.renew[locale]}
          </Button>
        </form>
      )}
      <LinkButton
        look="quiet"
        href={`${home}/${kiosk.id}/revoke`}
        aria-label={`${words.revoke[locale]}: ${which}`}
      >
        {words.revoke[locale]}
      </LinkButton>
    </div>
  )
}

function RegisterForm({ visit, offices, errors, typed }: KiosksPageProps) {
  const { locale, csrf } = visit
  return (
    <form class="sheet stack narrow" method="post" action={home} novalidate>
      <h2>{words.register[locale]}</h2>
      <HiddenInputs values={{ _csrf: csrf }} />
      <Field name="office" label={words.place[locale]} error={errors.office?.[locale]}>
        {(more) => (
          <select class="select" {...more}>
            <option value="">{words.choose[locale]}</option>
            {offices.map((office) => (
              <option key={office.id} value={office.id} selected={office.id === typed.office}>
                {office.name[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="spot"
        label={words.spot[locale]}
        hint={words.spotHint[locale]}
        error={errors.spot?.[locale]}
      >
        {(more) => <input class="input" maxLength={80} value={typed.spot} autocomplete="off" {...more} />}
      </Field>
      <Field name="section" label={words.section[locale]} hint={words.sectionHint[locale]}>
        {(more) => (
          <select class="select" {...more}>
            {(['all', 'women', 'men'] as const).map((section) => (
              <option key={section} value={section} selected={section === typed.section}>
                {words[section][locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <Button icon="plus">{words.registerDo[locale]}</Button>
      </div>
    </form>
  )
}

/** A label, what helps with it and what was wrong, around a control that is tied to all three. */
function Field({
  name,
  label,
  hint,
  error,
  children,
}: {
  readonly name: keyof Typed
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  children(more: Readonly<Record<string, string>>): ComponentChildren
}) {
  const about = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label class="part-label" for={name}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} class="muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} class="field-error">
          {error}
        </p>
      )}
      {children({
        id: name,
        name,
        ...(about ? { 'aria-describedby': about } : {}),
        ...(error ? { 'aria-invalid': 'true' } : {}),
      })}
    </div>
  )
}

/** The code, the one time that it is shown. */
export function CodePage({ visit, code }: { readonly visit: Visit; readonly code: EnrolmentCode }) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <h1>{words.codeTitle[locale]}</h1>
      <p class="sheet text-center text-3xl font-semibold tracking-wider">
        <Ltr>{code.code.replace(/(\d{4})(?=\d)/g, '$1 ')}</Ltr>
      </p>
      <p>{say(words.codeLead, locale, { until: formatInstant(code.until, locale) })}</p>
      <div>
        <LinkButton href={home}>{words.back[locale]}</LinkButton>
      </div>
    </div>
  )
}

export function RevokePage({ visit, kiosk }: { readonly visit: Visit; readonly kiosk: Kiosk }) {
  const { locale, csrf } = visit
  return (
    <div class="stack">
      <BackLink href={home} locale={locale} />
      <h1>{words.revokeTitle[locale]}</h1>
      <ConfirmPanel
        title={`${kiosk.place[locale]} · ${kiosk.spot}`}
        action={`${home}/${kiosk.id}/revoke`}
        confirm={words.revoke[locale]}
        cancel={{ label: words.back[locale], href: home }}
        hidden={{ _csrf: csrf }}
        danger
      >
        <p>{words.revokeLead[locale]}</p>
      </ConfirmPanel>
    </div>
  )
}
