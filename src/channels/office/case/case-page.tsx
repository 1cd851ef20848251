import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { icon } from '#channels/face/icon.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { momentsOf } from '#channels/face/moments.ts'
import { Notice } from '#channels/face/notice.tsx'
import { RequestStatusPill, StatusPill } from '#channels/face/status-pill.tsx'
import { Timeline } from '#channels/face/timeline.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import type { Office } from '#platform/appointments/office.ts'
import type { Problem } from '#platform/problem.ts'
import { stepOf } from '#platform/requests/case.ts'
import type { OfficeCaseView } from '#platform/requests/read.ts'
import { officeMessages } from '../messages.ts'
import { Attendance } from './attendance.tsx'
import { Decision } from './decision.tsx'
import { AnswersSide, FactsSide, type Participant } from './sides.tsx'

export type Done = 'approved' | 'refused' | 'attended' | 'claimed' | 'released'

export interface CasePageProps {
  readonly visit: Visit
  readonly officer: string
  readonly view: OfficeCaseView
  readonly persons: readonly Participant[]
  readonly now: Date
  /** Where this visit could be; only for a step that waits for one. */
  readonly offices: readonly Office[]
  /** The office that the officer works at, when they came from its desk. */
  readonly office: string
  /** What was just done. */
  readonly done?: Done | undefined
  /** Why what was asked was not done. */
  readonly problem?: Problem | undefined
  /** What was typed before it was refused. */
  readonly typed?: { readonly code: string; readonly reason: string } | undefined
}

export const caseAddress = ({ key }: Pick<OfficeCaseView, 'key'>): string =>
  `/office/cases/${key.unit}/${key.id}`

/** A case: facts and verdicts on one side, answers and evidence on the other, the decision at the end. */
export function CasePage(props: CasePageProps) {
  const { visit, view, problem } = props
  const { locale } = visit
  const m = officeMessages(locale).case
  return (
    <div class="stack">
      {problem?.fields && <ErrorSummary errors={problem.fields} locale={locale} />}
      {problem && !problem.fields && (
        <Notice tone="warning" title={problem.title[locale]} announce>
          {problem.detail && <p>{problem.detail[locale]}</p>}
        </Notice>
      )}
      {props.done && <Notice tone="good" title={m.done[props.done]} announce />}
      <Head {...props} />
      <div class="grid gap-6 lg:grid-cols-2">
        <FactsSide {...props} />
        <AnswersSide {...props} />
      </div>
      <details class="sheet" open={!isOpen(view)}>
        <summary class="flex items-center justify-between">
          <h2>{m.timeline}</h2>
          {icon('chevron-down')}
        </summary>
        <div class="mt-4">
          <Timeline moments={momentsOf(view, officeMessages(locale).events, locale)} locale={locale} />
        </div>
      </details>
      <Act {...props} />
    </div>
  )
}

/** Whether the case still waits for the step that brought it to the unit. */
export const isOpen = ({ row, step }: OfficeCaseView): boolean =>
  row.state.status === 'in-progress' && row.state.step === step

function Head({ visit, officer, view, now, office }: CasePageProps) {
  const { locale } = visit
  const m = officeMessages(locale).case
  const { row, service, key, claimedBy } = view
  const due = row.state.dueAt ? new Date(row.state.dueAt) : undefined
  const late = due !== undefined && (row.state.overdue || due < now)
  const visiting = stepOf(service, view.step)?.kind === 'appointment'
  const back = visiting ? `/office/desk?unit=${key.unit}&office=${office}` : `/office?unit=${key.unit}`
  return (
    <header class="stack stack-tight">
      <BackLink href={back} locale={locale} accesskey="q" />
      <p class="muted">
        <Ltr>{row.reference}</Ltr>
      </p>
      <h1>{service.title[locale]}</h1>
      <p>{row.subject_label[locale]}</p>
      <div class="row">
        <RequestStatusPill status={row.state.status} locale={locale} />
        {due && isOpen(view) && (
          <StatusPill
            tone={late ? 'bad' : 'quiet'}
            icon="clock"
            words={fill(late ? m.overdue : m.due, { when: formatInstant(due, locale) })}
          />
        )}
        {claimedBy && isOpen(view) && (
          <StatusPill
            tone={claimedBy === officer ? 'neutral' : 'warning'}
            icon="user-round"
            words={claimedBy === officer ? m.withYou : fill(m.withColleague, { officer: claimedBy })}
          />
        )}
      </div>
      <div class="row no-print">
        {isOpen(view) && (claimedBy === null || claimedBy === officer) && (
          <form method="post" action={`${caseAddress(view)}/claim`}>
            <HiddenInputs values={{ _csrf: visit.csrf, claim: claimedBy ? 'no' : 'yes', office }} />
            <Button look="quiet" icon={claimedBy ? 'undo-2' : 'hand'} accesskey="c">
              {claimedBy ? m.release : m.claim}
            </Button>
          </form>
        )}
        {!visiting && (
          <LinkButton
            look={isOpen(view) ? 'plain' : 'primary'}
            icon="arrow-right"
            href={`/office/next?unit=${key.unit}&after=${key.id}`}
            accesskey="n"
          >
            {m.next}
          </LinkButton>
        )}
      </div>
    </header>
  )
}

/** What the officer can do, or how it ended. */
function Act(props: CasePageProps) {
  const { visit, view, officer } = props
  const { locale } = visit
  const m = officeMessages(locale).case
  const { decision } = view.row.state
  if (!isOpen(view))
    return (
      <Notice tone="neutral" title={m.closed}>
        {decision && (
          <p>{fill(m.decidedBy, { officer: decision.officer, reason: decision.reason || m.approve })}</p>
        )}
      </Notice>
    )
  if (view.claimedBy && view.claimedBy !== officer) return null
  const step = stepOf(view.service, view.step)
  if (step?.kind === 'review') return <Decision {...props} step={step} />
  return step?.kind === 'appointment' ? <Attendance {...props} step={step} /> : null
}
