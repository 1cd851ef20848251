import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import type { Text } from '#kernel/text.ts'
import {
  abroadWaiting,
  activateFromAbroad,
  readAbroad,
  refuseAbroad,
  reportAbroad,
} from '#platform/accounts/abroad-review.ts'
import type { OfficerReceipt } from '#platform/accounts/activate-by-officer.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { type AtWork, atWorkIn } from '../at-work.tsx'
import { activationUnit } from '../units.ts'
import { AbroadCase, AbroadQueue, abroadHome as home } from './abroad-pages.tsx'
import { words } from './words.ts'

/** Citizens abroad who are seen at a mission or on a video call (register activate-from-abroad). */
export function abroadRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const inUnit = (handle: (it: AtWork) => Promise<FastifyReply>) => atWorkIn(platform, activationUnit, handle)

  app.get(
    home,
    inUnit((it) => queue(it)),
  )
  app.get(
    `${home}/:id`,
    inUnit((it) => show(it)),
  )
  for (const answered of ['activate', 'refuse', 'report'])
    app.get<{ Params: { id: string } }>(`${home}/:id/${answered}`, (request, reply) =>
      reply.redirect(`${home}/${encodeURIComponent(request.params.id)}`, 303),
    )

  app.post(
    `${home}/:id/activate`,
    guarded,
    inUnit(async (it) => {
      if (it.posted('compared') !== 'yes') return show(it, { compared: words.comparedMissing })
      const given = { id: it.param('id'), passport: it.posted('document').trim() }
      const done = await activateFromAbroad(platform, given, it.officer)
      return done.ok ? queue(it, done.value) : refusal(it, done.error)
    }),
  )

  app.post(
    `${home}/:id/refuse`,
    guarded,
    inUnit(async (it) => {
      const given = { id: it.param('id'), reason: it.posted('reason') }
      const done = await refuseAbroad(platform, given, it.officer)
      return done.ok ? it.reply.redirect(`${home}?done=refused`, 303) : refusal(it, done.error)
    }),
  )

  app.post(
    `${home}/:id/report`,
    guarded,
    inUnit(async (it) => {
      const given = { id: it.param('id'), note: it.posted('note') }
      const done = await reportAbroad(platform, given, it.officer)
      return done.ok ? it.reply.redirect('/office/suspicions?done=reported', 303) : refusal(it, done.error)
    }),
  )

  const refusal = async (it: AtWork, problem: Problem): Promise<FastifyReply> =>
    problem.fields ? show(it, problem.fields) : it.problem(problem)

  async function queue(it: AtWork, receipt?: OfficerReceipt): Promise<FastifyReply> {
    return it.page({
      title: words.title[it.visit.locale],
      path: home,
      children: (
        <AbroadQueue
          visit={it.visit}
          lines={await abroadWaiting(platform.db, it.officer)}
          refused={it.asked('done') === 'refused'}
          {...(receipt ? { receipt } : {})}
        />
      ),
    })
  }

  async function show(it: AtWork, errors?: Readonly<Record<string, Text>>): Promise<FastifyReply> {
    const id = it.param('id')
    const found = await readAbroad(platform, id, it.officer)
    if (!found.ok) return it.problem(found.error)
    return it.page({
      title: words.caseTitle[it.visit.locale],
      path: `${home}/${id}`,
      ...(errors ? { status: 422 } : {}),
      keys: ['a'],
      children: (
        <AbroadCase
          visit={it.visit}
          id={id}
          it={found.value}
          typed={{
            document: it.posted('document'),
            compared: it.posted('compared'),
            reason: it.posted('reason'),
            note: it.posted('note'),
          }}
          {...(errors ? { errors } : {})}
        />
      ),
    })
  }
}
