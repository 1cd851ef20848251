import type { FastifyReply } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { GoLink } from '#channels/face/go-link.tsx'
import { paths } from '#channels/face/paths.ts'
import { sendPage, type Visit } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { officeMessages } from './messages.ts'
import { officeNav } from './nav.ts'

export type World = Pick<Platform, 'clock' | 'config' | 'catalogue'>

/** A refusal as a page of the office: what, why, and the way back to work. */
export function sendProblem(reply: FastifyReply, world: World, visit: Visit, problem: Problem): FastifyReply {
  const { locale } = visit
  const m = officeMessages(locale).problem
  const wrongUnit = problem.code === 'not-authorised'
  const title = wrongUnit ? m.notYourUnit : problem.title[locale]
  const detail = wrongUnit ? m.notYourUnitBody : problem.detail?.[locale]
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
  return sendPage(reply, world, visit, {
    status: problem.status,
    title,
    section: 'office',
    wide: true,
    nav: officeNav(world.catalogue, visit),
    children: (
      <div class="stack narrow">
        <h1>{title}</h1>
        {detail && <p>{detail}</p>}
        {problem.fields && (
          <ul>
            {Object.entries(problem.fields).map(([name, text]) => (
              <li key={name}>{text[locale]}</li>
            ))}
          </ul>
        )}
        {problem.next && problem.code !== 'not-found' && <GoLink next={problem.next} locale={locale} />}
        {visit.principal.kind === 'officer' && (
          <div>
            <LinkButton look="quiet" href={paths.office} accesskey="q">
              {m.back}
            </LinkButton>
          </div>
        )}
      </div>
    ),
  })
}

/** Somebody without an officer's session: told what happened, and shown the officers' door. */
export function turnAway(
  reply: FastifyReply,
  world: World,
  visit: Visit,
  had: { readonly session: boolean; readonly next: string },
): FastifyReply {
  const { locale } = visit
  const m = officeMessages(locale).problem
  const door = `${paths.officeSignIn}?next=${encodeURIComponent(had.next)}`
  const person = visit.principal.kind === 'person'
  if (!person && !had.session) return reply.redirect(door, 303)
  const title = person ? m.asPerson : m.ended
  return sendPage(reply, world, visit, {
    status: person ? 403 : 401,
    title,
    section: 'office',
    path: had.next,
    children: (
      <div class="stack narrow">
        <h1>{title}</h1>
        <p>{person ? m.asPersonBody : m.endedBody}</p>
        <div>
          <LinkButton href={door} icon="log-in">
            {m.signIn}
          </LinkButton>
        </div>
      </div>
    ),
  })
}
