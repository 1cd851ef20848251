import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { type FeeLine, FeeTable } from '#channels/face/fee-table.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { KeptNotice } from '#channels/face/kept-notice.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { Steps } from '#channels/face/steps.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatMoney } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { FormPage, Option } from '#platform/forms/field.ts'
import type { PaidAhead } from '#platform/requests/ahead.ts'
import type { CaseRow } from '#platform/requests/case.ts'
import { tell } from '../account/security/words.ts'
import { portalMessages } from '../messages.ts'

export interface QuestionPageProps {
  readonly visit: Visit
  readonly service: ServiceDefinition
  readonly row: CaseRow
  readonly page: FormPage
  readonly options: Readonly<Record<string, readonly Option[]>>
  /** What was just posted, when it was wrong; else the answers kept. */
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, Text>>
}

/** One group of questions. */
export function QuestionPage({ visit, service, row, page, options, values, errors }: QuestionPageProps) {
  const { locale } = visit
  const m = portalMessages(locale).form
  const at = service.form.pages.indexOf(page)
  const previous = service.form.pages[at - 1]
  const only = page.fields.length === 1
  const multipart = page.fields.some((name) => service.form.fields[name]?.kind === 'file')
  return (
    <div class="stack narrow">
      <BackLink
        href={
          previous
            ? `/requests/${row.reference}/form/${previous.slug}`
            : `/services/${service.slug}?subject=${encodeURIComponent(row.subject_id)}`
        }
        locale={locale}
      />
      <ErrorSummary errors={errors} locale={locale} />
      <header>
        <p class="muted">
          {service.title[locale]} · {row.subject_label[locale]}
        </p>
        <Steps at={at + 1} total={service.form.pages.length + 1} locale={locale} />
        {!only && <h1>{page.title[locale]}</h1>}
      </header>
      {page.intro && <p>{page.intro[locale]}</p>}
      <form
        class="stack"
        method="post"
        action={`/requests/${row.reference}/form/${page.slug}`}
        enctype={multipart ? 'multipart/form-data' : undefined}
        novalidate
        data-keep=""
      >
        <HiddenInputs values={{ _csrf: visit.csrf }} />
        <KeptNotice locale={locale} />
        {page.fields.map((name) => {
          const field = service.form.fields[name]
          return (
            field && (
              <FieldControl
                key={name}
                name={name}
                field={field}
                value={values[name]}
                error={errors[name]}
                options={options[name]}
                locale={locale}
                heading={only}
              />
            )
          )
        })}
        <div class="row">
          <Button>{m.next}</Button>
          <Button look="plain" name="_then" value="leave">
            {m.save}
          </Button>
        </div>
      </form>
    </div>
  )
}

export interface CheckPageProps {
  readonly visit: Visit
  readonly service: ServiceDefinition
  readonly row: CaseRow
  readonly answers: readonly Fact[]
  readonly lines: readonly FeeLine[]
  /** What was paid already, ahead of the request. */
  readonly ahead: PaidAhead | undefined
  /** It was confirmed a moment ago, and only waits to be sent. */
  readonly confirmed: boolean
  readonly errors: Readonly<Record<string, Text>>
}

/** Everything once more before it is sent, with what it will cost. */
export function CheckPage({ visit, service, row, answers, lines, ahead, confirmed, errors }: CheckPageProps) {
  const { locale } = visit
  const m = portalMessages(locale).form
  const pageOf = (field: string) => service.form.pages.find((page) => page.fields.includes(field))
  const last = service.form.pages.at(-1)
  return (
    <div class="stack narrow">
      <BackLink
        href={last ? `/requests/${row.reference}/form/${last.slug}` : `/services/${service.slug}`}
        locale={locale}
      />
      <ErrorSummary
        errors={errors}
        locale={locale}
        elsewhere={(name) => {
          const page = pageOf(name)
          return page && `/requests/${row.reference}/form/${page.slug}`
        }}
      />
      <header>
        <p class="muted">{service.title[locale]}</p>
        <h1>{m.check}</h1>
      </header>
      {confirmed && <Notice tone="good" title={tell('confirmedNow', locale)} announce />}
      <section class="sheet" aria-label={m.check}>
        <dl class="facts">
          <div>
            <dt>{m.subject}</dt>
            <dd>{row.subject_label[locale]}</dd>
          </div>
        </dl>
        {answers.length > 0 && (
          <Facts
            facts={answers}
            locale={locale}
            action={(fact) => {
              const page = pageOf(fact.key)
              return (
                page && (
                  <a class="a fact-change" href={`/requests/${row.reference}/form/${page.slug}`}>
                    {m.change}
                    <span class="sr-only"> {fact.label[locale]}</span>
                  </a>
                )
              )
            }}
          />
        )}
      </section>
      {lines.length > 0 && (
        <FeeTable lines={lines} locale={locale} caption={ahead?.as === 'fits' ? m.costPaid : m.cost} />
      )}
      {ahead && <AheadNotice ahead={ahead} locale={locale} />}
      <form class="stack" method="post" action={`/requests/${row.reference}/submit`}>
        <HiddenInputs values={{ _csrf: visit.csrf }} />
        <p class="muted">{m.sendNote}</p>
        <p>
          <Button icon="send">{m.send}</Button>
        </p>
      </form>
    </div>
  )
}

function AheadNotice({ ahead, locale }: { readonly ahead: PaidAhead; readonly locale: Locale }) {
  const m = portalMessages(locale).form
  if (ahead.as === 'fits')
    return (
      <Notice tone="good" title={m.paidAhead}>
        <p>{m.paidAheadLead}</p>
      </Notice>
    )
  const what = { amount: formatMoney(ahead.total, locale), choice: ahead.choice[locale] }
  return (
    <Notice tone="warning" title={fill(m.paidOther, what)}>
      <p>{ahead.as === 'other-fees' ? m.paidOtherFees : fill(m.paidOtherChoice, what)}</p>
    </Notice>
  )
}
