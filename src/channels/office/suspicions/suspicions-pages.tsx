import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { SuspicionLine, SuspicionView } from '#platform/accounts/suspicion-queue.ts'
import { suspicionTexts } from '#platform/accounts/suspicion-texts.ts'
import { v } from '#platform/catalogue/value.ts'
import { choice, text } from '#platform/forms/fields/index.ts'
import { PersonAtDesk } from '../activation/activation-pages.tsx'
import { type CaseShown, lookColumn, whoColumn } from '../person-cases.tsx'
import { words } from './words.ts'

export const suspicionsHome = '/office/suspicions'

const { kinds } = suspicionTexts

/** What an officer decides, and why. */
export const questions = {
  outcome: choice({
    label: words.decision,
    options: [
      { value: 'blocked', label: words.blocked },
      { value: 'cleared', label: words.cleared },
    ],
  }),
  reason: text({ label: words.reason, hint: words.reasonHint, max: 300, multiline: true }),
} as const

const accounts: Readonly<Record<SuspicionView['account'], Text>> = {
  none: words.none2,
  registered: words.stateRegistered,
  activated: words.stateActivated,
  suspended: words.stateSuspended,
  closed: words.stateClosed,
}

/** The cases that wait, oldest first. */
export function SuspicionsPage({
  visit: { locale },
  lines,
  done,
}: {
  readonly visit: Visit
  readonly lines: readonly SuspicionLine[]
  readonly done: Text | undefined
}) {
  const waitsFor = (line: SuspicionLine) =>
    line.own ? words.ownOne : line.proposed ? words.second : words.first
  return (
    <div class="stack">
      {done && <Notice tone="good" title={done[locale]} announce />}
      <h1>{words.title[locale]}</h1>
      <p>{words.lead[locale]}</p>
      <section class="sheet">
        {lines.length === 0 ? (
          <EmptyState words={words.none[locale]} />
        ) : (
          <DataTable<SuspicionLine>
            rows={lines}
            rowKey={(row) => row.id}
            columns={[
              { key: 'what', label: words.what[locale], cell: (row) => kinds[row.kind][locale] },
              whoColumn(words.who[locale]),
              { key: 'since', label: words.since[locale], cell: (row) => formatInstant(row.at, locale) },
              { key: 'state', label: words.state[locale], cell: (row) => waitsFor(row)[locale] },
              lookColumn(suspicionsHome, words.look[locale], (row) => kinds[row.kind][locale]),
            ]}
          />
        )}
      </section>
    </div>
  )
}

/** One case: whose identity, the facts, the account, and the decision. */
export function SuspicionPage({ visit, id, it, typed, errors }: CaseShown<SuspicionView>) {
  const { locale } = visit
  const { proposal } = it
  return (
    <div class="stack">
      <ErrorSummary errors={errors} locale={locale} />
      <BackLink href={suspicionsHome} locale={locale} />
      <h1>{words.caseTitle[locale]}</h1>
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <section class="sheet stack" aria-labelledby="facts">
          <h2 id="facts">{words.facts[locale]}</h2>
          <PersonAtDesk person={it} locale={locale} />
          <p>
            <strong>{kinds[it.kind][locale]}</strong>
          </p>
          <Facts facts={it.facts} locale={locale} />
          <Facts
            locale={locale}
            facts={[
              { key: 'account', label: words.account, value: v.text(accounts[it.account]) },
              {
                key: 'registered',
                label: words.registered,
                value: it.registeredAt ? v.instant(it.registeredAt) : v.none,
              },
            ]}
          />
        </section>
        <section class="sheet stack" aria-labelledby="decision">
          <h2 id="decision">{words.decision[locale]}</h2>
          {proposal && (
            <Notice
              tone="warning"
              title={fill(words.proposed[locale], {
                officer: proposal.by,
                outcome: words[proposal.outcome][locale],
              })}
            >
              <p>{proposal.reason}</p>
            </Notice>
          )}
          {it.own ? (
            <p>{words.notYou[locale]}</p>
          ) : (
            <form class="stack" method="post" action={`${suspicionsHome}/${id}`} novalidate>
              <HiddenInputs values={{ _csrf: visit.csrf }} />
              {(['outcome', 'reason'] as const).map((name) => (
                <FieldControl
                  key={name}
                  name={name}
                  field={questions[name]}
                  value={typed(name)}
                  error={errors[name]}
                  locale={locale}
                />
              ))}
              {proposal ? <p>{words.agreeing[locale]}</p> : it.reported ? null : <p>{words.alone[locale]}</p>}
              <div>
                <Button accesskey="a">{words.decide[locale]}</Button>
              </div>
            </form>
          )}
        </section>
      </div>
    </div>
  )
}
