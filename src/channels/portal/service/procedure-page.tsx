import { LinkButton } from '#channels/face/button.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { ProcedureDefinition } from '#platform/catalogue/definition.ts'
import { portalMessages } from '../messages.ts'
import { DefinitionHead, FactsOfService } from './service-page.tsx'

/** A procedure of the platform itself: what it is, its steps, and the way to its page. */
export function ProcedurePage({
  visit,
  catalogue,
  definition,
}: {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly definition: ProcedureDefinition
}) {
  const { locale } = visit
  const m = portalMessages(locale).service
  return (
    <div class="stack">
      <DefinitionHead definition={definition} catalogue={catalogue} visit={visit} />
      <FactsOfService visit={visit} definition={definition} prices={[]} />
      <section class="stack">
        <h2>{m.steps}</h2>
        <ol class="steps-list">
          {definition.steps.map((step) => (
            <li key={step.en}>{step[locale]}</li>
          ))}
        </ol>
      </section>
      <p>
        <LinkButton href={definition.page} icon="arrow-right">
          {m.open}
        </LinkButton>
      </p>
    </div>
  )
}
