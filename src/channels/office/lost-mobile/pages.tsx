import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Locale } from '#kernel/text.ts'
import type { DeskMobileView } from '#platform/accounts/desk-mobile-review.ts'
import { v } from '#platform/catalogue/value.ts'
import { mobile, personNumber, text } from '#platform/forms/fields/index.ts'
import type { Problem } from '#platform/problem.ts'
import { questions as desk, PersonAtDesk } from '../activation/activation-pages.tsx'
import type { CaseShown } from '../person-cases.tsx'
import { home } from './to-review.tsx'
import { words } from './words.ts'

/** What is asked at the desk. */
export const questions = {
  person: personNumber({ label: words.who }),
  kind: desk.kind,
  document: desk.document,
  mobile: mobile({ label: words.mobile }),
} as const
const code = text({ label: words.code, max: 20 })
const reason = text({ label: words.reason, hint: words.reasonHint, max: 300, multiline: true })

interface PageProps {
  readonly visit: Visit
  readonly problem?: Problem | undefined
}

/** What went wrong, by field or as a whole. */
const Trouble = ({ problem, locale }: { readonly problem: Problem | undefined; readonly locale: Locale }) =>
  problem?.fields ? (
    <ErrorSummary errors={problem.fields} locale={locale} />
  ) : problem ? (
    <Notice tone="bad" title={problem.title[locale]} announce>
      {problem.detail && <p>{problem.detail[locale]}</p>}
    </Notice>
  ) : null

export function LostMobilePage({
  visit,
  problem,
  typed,
}: PageProps & { readonly typed: Readonly<Record<keyof typeof questions, string>> }) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <Trouble problem={problem} locale={locale} />
      <BackLink href="/office/activation" locale={locale} />
      <h1>{words.title[locale]}</h1>
      <form class="sheet stack" method="post" action={home} novalidate data-finger="">
        <HiddenInputs values={{ _csrf: visit.csrf, capture: '' }} />
        <p>{words.lead[locale]}</p>
        {(['person', 'kind', 'document', 'mobile'] as const).map((name) => (
          <FieldControl
            key={name}
            name={name}
            field={questions[name]}
            value={typed[name]}
            error={problem?.fields?.[name]}
            locale={locale}
          />
        ))}
        <p class="muted">{words.finger[locale]}</p>
        <div>
          <Button icon="fingerprint" accesskey="a">
            {words.compare[locale]}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** The code that the person reads out from the new line. */
export function DeskCodePage({
  visit,
  problem,
  id,
  person,
  mobile: to,
}: PageProps & { readonly id: string; readonly person: string; readonly mobile: string }) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <Trouble problem={problem} locale={locale} />
      <BackLink href="/office/activation" locale={locale} />
      <h1>{words.codeTitle[locale]}</h1>
      <form class="sheet stack" method="post" action={`${home}/code`} novalidate>
        <HiddenInputs values={{ _csrf: visit.csrf, id, person, mobile: to }} />
        <p>{fill(words.codeLead[locale], { mobile: `\u2066${to}\u2069` })}</p>
        <FieldControl name="code" field={code} value="" error={problem?.fields?.code} locale={locale} />
        <div>
          <Button accesskey="a">{words.confirm[locale]}</Button>
        </div>
      </form>
      <p>
        <a class="a" href={home}>
          {words.codeAgain[locale]}
        </a>
      </p>
    </div>
  )
}

/** The second officer's page. */
export function ReviewMobilePage({ visit, id, it, typed, errors }: CaseShown<DeskMobileView>) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <ErrorSummary errors={errors} locale={locale} />
      <BackLink href="/office/activation" locale={locale} />
      <h1>{words.reviewTitle[locale]}</h1>
      <div class="sheet stack">
        <PersonAtDesk person={it} locale={locale} />
        <Facts
          locale={locale}
          facts={[
            { key: 'mobile', label: words.mobile, value: v.code(it.mobile) },
            {
              key: 'document',
              label: words.document,
              value: v.text(it.document === 'passport' ? words.passport : words.card),
            },
            { key: 'biometric', label: words.biometric, value: v.text(words.matched) },
            { key: 'officer', label: words.officer, value: v.code(it.officer) },
            { key: 'at', label: words.when, value: v.instant(it.at) },
          ]}
        />
        <form method="post" action={`${home}/${id}`}>
          <HiddenInputs values={{ _csrf: visit.csrf, agree: 'yes' }} />
          <Button icon="check" accesskey="a">
            {words.agree[locale]}
          </Button>
        </form>
      </div>
      <form class="sheet stack" method="post" action={`${home}/${id}`} novalidate>
        <HiddenInputs values={{ _csrf: visit.csrf, agree: 'no' }} />
        <FieldControl
          name="reason"
          field={reason}
          value={typed('reason')}
          error={errors.reason}
          locale={locale}
        />
        <div>
          <Button look="danger">{words.refuse[locale]}</Button>
        </div>
      </form>
    </div>
  )
}
