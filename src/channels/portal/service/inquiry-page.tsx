import { BlocksView } from '#channels/face/block-view.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { KeptNotice } from '#channels/face/kept-notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { VisualCode } from '#channels/face/visual-code.tsx'
import type { VisualCodeView } from '#channels/face/visual-code-routes.ts'
import type { Text } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { InquiryDefinition } from '#platform/catalogue/definition.ts'
import type { Option } from '#platform/forms/field.ts'
import type { Answer } from '#platform/inquiries/ask.ts'
import { portalMessages } from '../messages.ts'
import { DefinitionHead, FactsOfService, SubjectChoice } from './service-page.tsx'

interface Props {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly inquiry: InquiryDefinition
  readonly form?: {
    readonly raw: Readonly<Record<string, unknown>>
    readonly errors: Readonly<Record<string, Text>>
    readonly options: Readonly<Record<string, readonly Option[]>>
    readonly code?: VisualCodeView
  }
  readonly answer?: Answer
}

export function InquiryPage({ visit, catalogue, inquiry, form, answer }: Props) {
  return (
    <div class="stack">
      {form && <ErrorSummary errors={form.errors} locale={visit.locale} />}
      <DefinitionHead definition={inquiry} catalogue={catalogue} visit={visit} />
      {answer && <AnswerView visit={visit} inquiry={inquiry} answer={answer} again={!form} />}
      {answer && form && <h2>{portalMessages(visit.locale).inquiry.another}</h2>}
      {form && <QuestionForm visit={visit} inquiry={inquiry} form={form} />}
      <FactsOfService visit={visit} definition={inquiry} prices={[]} />
    </div>
  )
}

function QuestionForm({
  visit,
  inquiry,
  form,
}: Pick<Props, 'visit' | 'inquiry'> & { readonly form: NonNullable<Props['form']> }) {
  const { locale } = visit
  return (
    <form class="sheet stack" method="post" action={`/services/${inquiry.slug}/ask`} novalidate data-keep="">
      <HiddenInputs values={{ _csrf: visit.csrf }} />
      <KeptNotice locale={locale} />
      {Object.entries(inquiry.form.fields).map(([name, field]) => (
        <FieldControl
          key={name}
          name={name}
          field={field}
          value={form.raw[name]}
          error={form.errors[name]}
          options={form.options[name]}
          locale={locale}
        />
      ))}
      {form.code && (
        <VisualCode
          {...form.code}
          locale={locale}
          error={form.errors._code}
          another={`/services/${inquiry.slug}`}
        />
      )}
      <Button icon="search">{portalMessages(locale).inquiry.ask}</Button>
    </form>
  )
}

function AnswerView({
  visit,
  inquiry,
  answer,
  again,
}: Pick<Props, 'visit' | 'inquiry'> & {
  readonly answer: Answer
  /** Whether a link leads back to the form, which is not on the page. */
  readonly again: boolean
}) {
  const { locale } = visit
  const m = portalMessages(locale).inquiry
  const { subject: type } = inquiry
  return (
    <section class="stack" aria-label={m.answer}>
      {type && !answer.subjects.length && visit.principal.kind === 'person' && (
        <EmptyState icon="folder-open" words={type.none[locale]} />
      )}
      {type && answer.subjects.length > 1 && (
        <>
          <h2>{m.choose}</h2>
          <SubjectChoice visit={visit} service={{ slug: inquiry.slug, subject: type }} opening={answer} />
        </>
      )}
      <BlocksView
        // A document is its holder's to open, whoever acts for them.
        blocks={
          visit.acting?.kind === 'person'
            ? answer.blocks.filter((block) => block.kind !== 'document')
            : answer.blocks
        }
        locale={locale}
      />
      {again && Object.keys(inquiry.form.fields).length > 0 && (
        <p>
          <LinkButton look="quiet" href={`/services/${inquiry.slug}`} icon="rotate-ccw">
            {m.again}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
