import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { paths } from '#channels/face/paths.ts'
import { postedOf } from '#channels/face/posted.ts'
import { readCookie, requireOfficer } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type KeyName, Keys } from './keys.tsx'
import { officeNav } from './nav.ts'
import { sendProblem, turnAway } from './problem-page.tsx'

export type Officer = Extract<Principal, { kind: 'officer' }>

export interface OfficePage {
  readonly title: string
  readonly children: ComponentChildren
  readonly status?: number
  /** The address that shows the page again, when it answers a form. */
  readonly path?: string
  /** The keys that work on it. */
  readonly keys?: readonly KeyName[]
}

/** One request of an officer who is signed in. Names that are not there, or there twice, are empty texts. */
export interface AtWork {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly visit: Visit
  readonly officer: Officer
  /** A part of the address. */
  param(name: string): string
  /** A part of the query. */
  asked(name: string): string
  /** A field of the form. */
  posted(name: string): string
  page(page: OfficePage): FastifyReply
  problem(problem: Problem): FastifyReply
}

/** A page or an act of the office: for officers who came in by their own door. */
export const atWork =
  (platform: Platform, handle: (it: AtWork) => Promise<FastifyReply>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = await visitOf(platform, request)
    const officer = requireOfficer(request)
    if (!officer.ok)
      return turnAway(reply, platform, visit, {
        session: readCookie(request, platform.config, 'session') !== undefined,
        next: request.method === 'GET' ? visit.path : paths.office,
      })
    const { fields } = await postedOf(request)
    return handle({
      request,
      reply,
      visit,
      officer: officer.value,
      param: textOf(request.params),
      asked: textOf(request.query),
      posted: textOf(fields),
      page: ({ keys = [], ...page }) =>
        sendPage(reply, platform, visit, {
          ...page,
          section: 'office',
          wide: true,
          nav: officeNav(platform.catalogue, visit),
          children: (
            <>
              {page.children}
              {keys.length > 0 && <Keys keys={keys} locale={visit.locale} />}
            </>
          ),
        }),
      problem: (problem) => sendProblem(reply, platform, visit, problem),
    })
  }

/** The same for the officers of one unit; to the others it is not theirs. */
export const atWorkIn = (platform: Platform, unit: string, handle: (it: AtWork) => Promise<FastifyReply>) =>
  atWork(platform, async (it) =>
    it.officer.units.includes(unit) ? handle(it) : it.problem(problems.notYours),
  )

/** Fastify leaves parameters, query and body untyped without a schema. */
const textOf =
  (from: unknown) =>
  (name: string): string => {
    const value = (from as Readonly<Record<string, unknown>> | undefined)?.[name]
    return typeof value === 'string' ? value.slice(0, 4000) : ''
  }
