import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { formatMobile } from '#kernel/mobile.ts'
import type { AbroadLine, AbroadView } from '#platform/accounts/abroad-review.ts'
import { abroadPlaceTitle, abroadTexts } from '#platform/accounts/abroad-texts.ts'
import type { OfficerReceipt } from '#platform/accounts/activate-by-officer.ts'
import { v } from '#platform/catalogue/value.ts'
import { consent, text } from '#platform/forms/fields/index.ts'
import { PersonAtDesk } from '../activation/activation-pages.tsx'
import { type CaseShown, lookColumn, whoColumn } from '../person-cases.tsx'
import { words } from './words.ts'

export const abroadHome = '/office/abroad'

const questions = {
  document: text({ label: words.passport, max: 20 }),
  compared: consent({ label: words.compared }),
  reason: text({ label: words.reason, hint: words.reasonHint, max: 300, multiline: true }),
  note: text({ label: words.note, max: 300, multiline: true }),
} as const

interface QueueProps {
  readonly visit: Visit
  readonly lines: readonly AbroadLine[]
  readonly refused: boolean
  readonly receipt?: OfficerReceipt
}

/** Who waits, the soonest first. */
export function AbroadQueue({ visit: { locale }, lines, refused, receipt }: QueueProps) {
  return (
    <div class="stack">
      {receipt && (
        <Notice tone="good" banner announce title={fill(words.done[locale], { name: receipt.name[locale] })}>
          <p>
            {words.receipt[locale]}: <Ltr>{receipt.receipt}</Ltr>
          </p>
        </Notice>
      )}
      {refused && <Notice tone="good" title={words.refused[locale]} announce />}
      <h1>{words.title[locale]}</h1>
      <p>{words.lead[locale]}</p>
      <section class="sheet">
        {lines.length === 0 ? (
          <EmptyState words={words.none[locale]} />
        ) : (
          <DataTable<AbroadLine>
            rows={lines}
            rowKey={(row) => row.id}
            columns={[
              { key: 'when', label: words.when[locale], cell: (row) => formatInstant(row.slot, locale) },
              {
                key: 'where',
                label: words.where[locale],
                cell: (row) => abroadPlaceTitle(row)[locale],
              },
              whoColumn(words.who[locale]),
              lookColumn(abroadHome, words.look[locale], (row) => formatInstant(row.slot, locale)),
            ]}
          />
        )}
      </section>
    </div>
  )
}

/** One of them: compare and activate; or refuse, or report. */
export function AbroadCase({ visit, id, it, typed, errors }: CaseShown<AbroadView>) {
  const { locale } = visit
  const early = abroadTexts.early(it.slot)
  const ask = (name: keyof typeof questions) => (
    <FieldControl
      name={name}
      field={questions[name]}
      value={typed(name)}
      error={errors[name]}
      locale={locale}
    />
  )
  const whom = (
    <>
      <PersonAtDesk person={it} locale={locale} />
      <Facts
        locale={locale}
        facts={[
          { key: 'where', label: words.where, value: v.text(abroadPlaceTitle(it)) },
          { key: 'when', label: words.when, value: v.instant(it.slot) },
          ...(it.mobile ? [{ key: 'call', label: words.call, value: v.code(formatMobile(it.mobile)) }] : []),
        ]}
      />
    </>
  )
  if (!it.begun)
    return (
      <div class="stack narrow">
        <BackLink href={abroadHome} locale={locale} />
        <h1>{words.caseTitle[locale]}</h1>
        <section class="sheet stack">
          {whom}
          <Notice tone="warning" title={early.title[locale]}>
            <p>{early.detail?.[locale]}</p>
          </Notice>
        </section>
      </div>
    )
  return (
    <div class="stack">
      <ErrorSummary errors={errors} locale={locale} />
      <BackLink href={abroadHome} locale={locale} />
      <h1>{words.caseTitle[locale]}</h1>
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <form class="sheet stack" method="post" action={`${abroadHome}/${id}/activate`} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          {whom}
          {ask('document')}
          {ask('compared')}
          <p class="muted">{words.twoEyes[locale]}</p>
          <div>
            <Button icon="user-round-check" accesskey="a">
              {words.activate[locale]}
            </Button>
          </div>
        </form>
        <div class="stack">
          <form class="sheet stack" method="post" action={`${abroadHome}/${id}/refuse`} novalidate>
            <HiddenInputs values={{ _csrf: visit.csrf }} />
            <h2>{words.refuseTitle[locale]}</h2>
            {ask('reason')}
            <div>
              <Button look="quiet">{words.refuse[locale]}</Button>
            </div>
          </form>
          <details class="sheet" open={errors.note !== undefined}>
            <summary>{words.reportTitle[locale]}</summary>
            <form class="stack" method="post" action={`${abroadHome}/${id}/report`} novalidate>
              <HiddenInputs values={{ _csrf: visit.csrf }} />
              <p>{words.reportLead[locale]}</p>
              {ask('note')}
              <div>
                <Button look="danger">{words.report[locale]}</Button>
              </div>
            </form>
          </details>
        </div>
      </div>
    </div>
  )
}
