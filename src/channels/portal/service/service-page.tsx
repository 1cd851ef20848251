import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { GoLink } from '#channels/face/go-link.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { Money } from '#channels/face/value-view.tsx'
import { VerdictList } from '#channels/face/verdict-list.tsx'
import { newKey, type Visit } from '#channels/face/visit.ts'
import { Wording } from '#channels/face/wording.tsx'
import type { Day } from '#kernel/day.ts'
import { plural } from '#kernel/format.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { type Definition, isMeantFor, type ServiceDefinition } from '#platform/catalogue/definition.ts'
import { type Price, priceList } from '#platform/requests/charges.ts'
import type { Opening } from '#platform/requests/open.ts'
import { portalMessages } from '../messages.ts'
import { withWayBack } from '../problem-page.tsx'

interface Props {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly service: ServiceDefinition
  readonly opening: Opening
  readonly today: Day
}

/** A service before it is started: do I qualify, what does it cost, how long does it take. */
export function ServicePage({ visit, catalogue, service, opening, today }: Props) {
  const { locale } = visit
  const m = portalMessages(locale).service
  return (
    <div class="stack">
      <DefinitionHead definition={service} catalogue={catalogue} visit={visit} />
      <FactsOfService visit={visit} definition={service} prices={priceList(catalogue, service, today)} />
      <Begin visit={visit} service={service} opening={opening} />
      <section class="stack">
        <h2>{m.steps}</h2>
        <StepList visit={visit} service={service} />
      </section>
    </div>
  )
}

export function DefinitionHead({
  definition,
  catalogue,
  visit,
}: Pick<Props, 'visit' | 'catalogue'> & { readonly definition: Definition }) {
  const { locale } = visit
  const sector = catalogue.sector(definition.sector)
  return (
    <header class="stack stack-tight">
      <BackLink href={`/services?sector=${definition.sector}`} locale={locale} />
      {sector && <p class="muted">{sector.title[locale]}</p>}
      <h1>{definition.title[locale]}</h1>
      <p class="lead">{definition.summary[locale]}</p>
    </header>
  )
}

/** For whom, what it costs, how long, and whether one signs in: every entry of the guide says it (R-ACC-07). */
export function FactsOfService({
  visit,
  definition,
  prices,
}: {
  readonly visit: Visit
  readonly definition: Definition
  readonly prices: readonly Price[]
}) {
  const { locale } = visit
  const m = portalMessages(locale).service
  const signedIn =
    definition.kind === 'service' || (definition.kind === 'inquiry' && definition.access === 'signed-in')
  const withAccount = definition.kind === 'procedure' && definition.access === 'registered'
  const charged = definition.kind === 'service' && definition.steps.some((step) => step.kind === 'payment')
  return (
    <dl class="facts sheet">
      <div>
        <dt>{m.who}</dt>
        <dd>
          {isMeantFor(definition, 'anonymous')
            ? m.audience.anonymous
            : definition.audience.map((one) => m.audience[one]).join(locale === 'ar' ? '، ' : ', ')}
        </dd>
      </div>
      <div>
        <dt>{m.cost}</dt>
        <dd>
          {prices.map(({ title, kind, amount, unit }, at) => (
            <p key={at}>
              {title[locale]}: <Money amount={amount} locale={locale} /> {unit?.[locale]}
              {kind === 'platform-fee' && ` (${m.vatIncluded})`}
            </p>
          ))}
          {definition.cost?.[locale] ?? (prices.length ? '' : charged ? m.costKnown : m.free)}
        </dd>
      </div>
      <div>
        <dt>{m.time}</dt>
        <dd>{definition.time[locale]}</dd>
      </div>
      <div>
        <dt>{m.where}</dt>
        <dd>{signedIn ? m.signIn : withAccount ? m.account : m.noSignIn}</dd>
      </div>
      {definition.conditions && (
        <div>
          <dt>{m.conditions}</dt>
          <dd>
            <ul class="list-disc space-y-1 ps-5 font-normal">
              {definition.conditions.map((one) => (
                <li key={one.en}>{one[locale]}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}

function StepList({ visit, service }: Pick<Props, 'visit' | 'service'>) {
  const { locale } = visit
  const m = portalMessages(locale).service
  return (
    <ol class="steps-list">
      <li>{m.apply}</li>
      {service.steps.map((step) => (
        <li key={step.id}>
          {step.title[locale]}{' '}
          <span class="muted">
            ({plural(locale, step.within.days, m.within).replace('{n}', String(step.within.days))})
          </span>
        </li>
      ))}
      <li>{m.done}</li>
    </ol>
  )
}

function Begin({ visit, service, opening }: Pick<Props, 'visit' | 'service' | 'opening'>) {
  const { locale } = visit
  const m = portalMessages(locale).service
  if (opening.problem?.code === 'sign-in-required')
    return (
      <section class="stack sheet">
        <h2>{m.qualify}</h2>
        <p>{m.signInToSee}</p>
        <p>
          <LinkButton href={`/sign-in?next=${encodeURIComponent(visit.path)}`} icon="log-in">
            {opening.problem.next?.label[locale]}
          </LinkButton>
        </p>
      </section>
    )
  const next = opening.problem && withWayBack(opening.problem, visit).next
  if (opening.problem)
    return (
      <Notice tone="warning" title={opening.problem.title[locale]}>
        <p>{opening.problem.detail?.[locale]}</p>
        {next && <GoLink next={next} locale={locale} />}
      </Notice>
    )
  if (!opening.subjects.length) return <EmptyState icon="folder-open" words={service.subject.none[locale]} />
  return (
    <section class="stack sheet" aria-labelledby="qualify">
      <h2 id="qualify">{opening.subject ? m.qualify : service.subject.choose[locale]}</h2>
      {opening.subjects.length > 1 && <SubjectChoice visit={visit} service={service} opening={opening} />}
      {opening.subject && (
        <>
          {opening.subjects.length === 1 && (
            <p>
              <span class="font-semibold">{opening.subject.label[locale]}</span>
              {opening.subject.detail && <span class="value-second">{opening.subject.detail[locale]}</span>}
            </p>
          )}
          <VerdictList verdicts={opening.verdicts} locale={locale} summary />
          <StartForm visit={visit} service={service} opening={opening} />
        </>
      )}
    </section>
  )
}

/** Several records: each is a link to this page about it. */
export function SubjectChoice({
  visit,
  service,
  opening,
}: {
  readonly visit: Visit
  readonly service: {
    readonly slug: string
    readonly subject: { readonly choose: { readonly ar: string; readonly en: string } }
  }
  readonly opening: Pick<Opening, 'subjects' | 'subject'>
}) {
  const { locale } = visit
  return (
    <nav aria-label={service.subject.choose[locale]}>
      <ul class="choice-links">
        {opening.subjects.map((one) => (
          <li key={one.id}>
            <a
              href={`/services/${service.slug}?subject=${encodeURIComponent(one.id)}`}
              aria-current={one.id === opening.subject?.id ? 'true' : undefined}
            >
              {one.label[locale]}
              {one.detail && <span class="value-second">{one.detail[locale]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function StartForm({ visit, service, opening }: Pick<Props, 'visit' | 'service' | 'opening'>) {
  const { locale } = visit
  const m = portalMessages(locale).service
  const open = opening.open && (
    <Notice tone="neutral">
      <p>
        <Wording>{fill(m.openAlready, { reference: opening.open.reference })}</Wording>
      </p>
      <LinkButton href={`/requests/${opening.open.reference}`}>{m.resume}</LinkButton>
    </Notice>
  )
  // A draft is gone on with; what waits for others holds up nothing where several may be open.
  if (open && !(service.concurrent && opening.open?.status === 'in-progress')) return open
  const barred = opening.verdicts.some((one) => one.outcome !== 'met')
  return (
    <>
      {open}
      {barred ? (
        <p class="muted">{m.cannotYet}</p>
      ) : (
        <form method="post" action={`/services/${service.slug}/start`}>
          <HiddenInputs values={{ _csrf: visit.csrf, _key: newKey(), subject: opening.subject?.id ?? '' }} />
          <Button icon="arrow-right">{m.start}</Button>
        </form>
      )}
    </>
  )
}
