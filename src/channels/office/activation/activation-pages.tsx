import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { Portrait } from '#channels/face/portrait.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { OfficerReceipt } from '#platform/accounts/activate-by-officer.ts'
import type { AtDesk } from '#platform/accounts/activation-desk.ts'
import type { SecondLook } from '#platform/accounts/second-look.ts'
import { v } from '#platform/catalogue/value.ts'
import { choice, consent, text } from '#platform/forms/fields/index.ts'
import type { Problem } from '#platform/problem.ts'
import { MobilesToReview } from '../lost-mobile/to-review.tsx'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { SecondLooks } from '../second-looks.tsx'
import { ReportForm } from './report-form.tsx'

type Errors = Readonly<Record<string, Text>>

/** The questions of the desk. */
export const questions = {
  who: text({ label: said((m) => m.activation.who), hint: said((m) => m.activation.whoHint), max: 64 }),
  kind: choice({
    label: said((m) => m.activation.document),
    options: [
      { value: 'identity-card', label: said((m) => m.activation.card) },
      { value: 'passport', label: said((m) => m.activation.passport) },
    ],
  }),
  document: text({
    label: said((m) => m.activation.number),
    hint: said((m) => m.activation.numberHint),
    max: 20,
  }),
  biometric: choice({
    label: said((m) => m.activation.biometric),
    hint: said((m) => m.activation.biometricHint),
    options: [
      { value: 'fingerprint', label: said((m) => m.activation.fingerprint) },
      { value: 'face', label: said((m) => m.activation.face) },
    ],
  }),
  compared: consent({ label: said((m) => m.activation.matches) }),
} as const

interface HomeProps {
  readonly visit: Visit
  readonly officer: string
  readonly toReview: readonly SecondLook[]
  /** Lost mobiles that wait for a second officer. */
  readonly mobiles: readonly SecondLook[]
  readonly news?: Text | undefined
  readonly who?: string
  readonly problem?: Problem | undefined
  readonly receipt?: OfficerReceipt
  readonly reviewed?: 'yes' | 'disputed' | undefined
}

/** The activation desk: whose account it is, and what waits for a second officer. */
export function ActivationHome(props: HomeProps) {
  const { visit, officer, toReview, mobiles, who, problem, receipt, reviewed, news } = props
  const { locale } = visit
  const m = officeMessages(locale).activation
  return (
    <div class="stack">
      {problem?.fields && <ErrorSummary errors={problem.fields} locale={locale} />}
      {problem && !problem.fields && (
        <Notice tone="bad" title={problem.title[locale]} announce>
          {problem.detail && <p>{problem.detail[locale]}</p>}
        </Notice>
      )}
      {receipt && (
        <Notice tone="good" title={fill(m.done, { name: receipt.name[locale] })} banner announce>
          <p>
            {m.receipt}: <Ltr>{receipt.receipt}</Ltr>
          </p>
        </Notice>
      )}
      {reviewed && <Notice tone="good" title={reviewed === 'yes' ? m.reviewDone : m.disputeDone} announce />}
      {news && <Notice tone="good" title={news[locale]} announce />}
      <h1>{m.title}</h1>
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <form class="sheet stack" method="post" action="/office/activation/find" novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          {receipt && <h2>{m.another}</h2>}
          <p>{m.lead}</p>
          <FieldControl
            name="who"
            field={questions.who}
            value={who}
            error={problem?.fields?.who}
            locale={locale}
          />
          <div>
            <Button icon="search">{m.find}</Button>
          </div>
        </form>
        <div class="stack">
          <SecondLooks
            looks={toReview}
            officer={officer}
            locale={locale}
            home="/office/activation/review"
            words={{
              title: m.review,
              lead: m.reviewLead,
              none: m.reviewNone,
              who: m.who2,
              officer: m.officer,
              when: m.when,
              look: m.look,
              own: m.ownOne,
            }}
          />
          <MobilesToReview looks={mobiles} officer={officer} locale={locale} />
        </div>
      </div>
    </div>
  )
}

/** Name, birth date and photo: what it takes to compare, and nothing else. */
export function PersonAtDesk({ person, locale }: { readonly person: AtDesk; readonly locale: Locale }) {
  return (
    <div class="flex items-center gap-5">
      <Portrait of={person} size={120} />
      <div class="min-w-0 flex-1">
        <p class="text-xl font-semibold">{person.name[locale]}</p>
        <Facts
          locale={locale}
          facts={[{ key: 'born', label: said((m) => m.activation.born), value: v.day(person.born) }]}
        />
      </div>
    </div>
  )
}

interface ActivatePageProps {
  readonly visit: Visit
  readonly who: string
  readonly person: AtDesk
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: Errors | undefined
}

/** The person in front of the officer: compare, record what was shown and matched, activate. */
export function ActivatePage({ visit, who, person, typed = {}, errors = {} }: ActivatePageProps) {
  const { locale } = visit
  const m = officeMessages(locale).activation
  return (
    <div class="stack narrow">
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{m.check}</h1>
      <form class="sheet stack" method="post" action="/office/activation/activate" novalidate>
        <HiddenInputs values={{ _csrf: visit.csrf, who }} />
        <PersonAtDesk person={person} locale={locale} />
        {(['kind', 'document', 'biometric', 'compared'] as const).map((name) => (
          <FieldControl
            key={name}
            name={name}
            field={questions[name]}
            value={typed[name]}
            error={errors[name]}
            locale={locale}
          />
        ))}
        <div class="row">
          <Button icon="user-round-check" accesskey="a">
            {m.activate}
          </Button>
          <LinkButton look="plain" href="/office/activation">
            {m.again}
          </LinkButton>
        </div>
      </form>
      <ReportForm visit={visit} who={who} />
    </div>
  )
}
