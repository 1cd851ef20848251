import type { FastifyReply } from 'fastify'
import { GoLink } from '#channels/face/go-link.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { VerdictList } from '#channels/face/verdict-list.tsx'
import { sendPage, type Visit } from '#channels/face/visit.ts'
import { Wording } from '#channels/face/wording.tsx'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from './nav.ts'

/** A refusal as a page: what, why, and the next step. A visitor who must sign in or confirm first is taken there. */
export function sendProblem(
  reply: FastifyReply,
  platform: Pick<Platform, 'clock' | 'config'>,
  visit: Visit,
  problem: Problem,
): FastifyReply {
  if (problem.code === 'sign-in-required')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(visit.path)}`, 303)
  if (problem.confirm && problem.next && 'page' in problem.next) return reply.redirect(problem.next.page, 303)
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
  return sendPage(reply, platform, visit, {
    status: problem.status,
    title: problem.title[visit.locale],
    nav: portalNav(visit),
    children: <ProblemBody problem={withWayBack(problem, visit)} visit={visit} />,
  })
}

const elsewhere: readonly string[] = [
  problems.inWorkspace.code,
  problems.leaveWorkspace.code,
  problems.forYourselfOnly.code,
]

/** Where one works in another name, the switch leads back to the page that one wanted. */
export function withWayBack<P extends Pick<Problem, 'code' | 'next'>>(problem: P, visit: Visit): P {
  if (!elsewhere.includes(problem.code)) return problem
  const { label, page } = problems.inWorkspace.next
  return { ...problem, next: { label, page: `${page}?${new URLSearchParams({ to: visit.path })}` } }
}

function ProblemBody({ problem, visit }: { readonly problem: Problem; readonly visit: Visit }) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <h1>{problem.title[locale]}</h1>
      {problem.detail && (
        <p>
          <Wording>{problem.detail[locale]}</Wording>
        </p>
      )}
      {problem.fields && (
        <Notice tone="bad">
          <ul>
            {Object.entries(problem.fields).map(([name, text]) => (
              <li key={name}>{text[locale]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {problem.verdicts && <VerdictList verdicts={problem.verdicts} locale={locale} />}
      {problem.next && <GoLink next={problem.next} locale={locale} />}
    </div>
  )
}
