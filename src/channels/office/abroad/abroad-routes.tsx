import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import {
  abroadWaiting,
  activateFromAbroad,
  readAbroad,
  refuseAbroad,
  reportAbroad,
} from '#platform/accounts/abroad-review.ts'
import type { OfficerReceipt } from '#platform/accounts/activate-by-officer.ts'
import type { Platform } from '#platform/platform.ts'
import { type AtWork, atWorkIn } from '../at-work.tsx'
import { personCase } from '../person-cases.tsx'
import { activationUnit } from '../units.ts'
import { AbroadCase, AbroadQueue, abroadHome as home } from './abroad-pages.tsx'
import { words } from './words.ts'

/** Citizens abroad who are seen at a mission or on a video call (register activate-from-abroad). */
export function abroadRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const inUnit = (handle: (it: AtWork) => Promise<FastifyReply>) => atWorkIn(platform, activationUnit, handle)
  const one = personCase({
    home,
    title: words.caseTitle,
    read: (id, officer) => readAbroad(platform, id, officer),
    show: (shown) => <AbroadCase {...shown} />,
  })

  app.get(
    home,
    inUnit((it) => queue(it)),
  )
  app.get(
    `${home}/:id`,
    inUnit((it) => one.page(it)),
  )
  for (const answered of ['activate', 'refuse', 'report'])
    app.get<{ Params: { id: string } }>(`${home}/:id/${answered}`, (request, reply) =>
      reply.redirect(`${home}/${encodeURIComponent(request.params.id)}`, 303),
    )

  app.post(
    `${home}/:id/activate`,
    guarded,
    inUnit(async (it) => {
      if (it.posted('compared') !== 'yes') return one.page(it, { compared: words.comparedMissing })
      const given = { id: it.param('id'), passport: it.posted('document').trim() }
      const done = await activateFromAbroad(platform, given, it.officer)
      return done.ok ? queue(it, done.value) : one.refuse(it, done.error)
    }),
  )

  app.post(
    `${home}/:id/refuse`,
    guarded,
    inUnit(async (it) => {
      const given = { id: it.param('id'), reason: it.posted('reason') }
      const done = await refuseAbroad(platform, given, it.officer)
      return done.ok ? it.reply.redirect(`${home}?done=refused`, 303) : one.refuse(it, done.error)
    }),
  )

  app.post(
    `${home}/:id/report`,
    guarded,
    inUnit(async (it) => {
      const given = { id: it.param('id'), note: it.posted('note') }
      const done = await reportAbroad(platform, given, it.officer)
      return done.ok ? it.reply.redirect('/office/suspicions?done=reported', 303) : one.refuse(it, done.error)
    }),
  )

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
}
