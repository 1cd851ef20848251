import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import { err, type Result } from '#kernel/result.ts'
import { findOffices } from '#platform/appointments/office.ts'
import {
  type EnrolmentCode,
  listKiosks,
  operatorUnit,
  registerKiosk,
  renewCode,
  revokeKiosk,
} from '#platform/kiosks/registry.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { CodePage, KiosksPage, RevokePage } from './kiosks-pages.tsx'
import { words } from './words.ts'

const home = '/office/kiosks'

/** The operator's devices: list, registration with a one-use code, revocation. */
export function kiosksRoutes(app: FastifyInstance, platform: Platform): void {
  const { log } = platform
  const guarded = { preHandler: verifyCsrf }
  const operator = (handle: (it: AtWork) => Promise<FastifyReply>) =>
    atWork(platform, async (it) =>
      it.officer.units.includes(operatorUnit) ? handle(it) : it.problem(problems.notYours),
    )

  app.get(
    home,
    operator((it) => list(it)),
  )

  app.post(
    home,
    guarded,
    operator(async (it) => {
      const section = (['all', 'men', 'women'] as const).find((one) => one === it.posted('section'))
      const made = section
        ? await registerKiosk(
            platform,
            { office: it.posted('office'), spot: it.posted('spot'), section },
            it.officer,
          )
        : err(problems.answersWrong({ section: words.choose }))
      return made.ok || !made.error.fields ? code(it, made, 'registered') : list(it, made.error.fields)
    }),
  )

  app.post(
    `${home}/:id/code`,
    guarded,
    operator(async (it) =>
      code(it, await renewCode(platform, it.param('id'), it.officer), 'given a new code'),
    ),
  )

  app.get(
    `${home}/:id/revoke`,
    operator(async (it) => {
      const kiosk = (await listKiosks(platform)).find((one) => one.id === it.param('id'))
      if (!kiosk || kiosk.state === 'revoked') return it.problem(problems.notFound)
      return it.page({
        title: words.revokeTitle[it.visit.locale],
        children: <RevokePage visit={it.visit} kiosk={kiosk} />,
      })
    }),
  )

  app.post(
    `${home}/:id/revoke`,
    guarded,
    operator(async (it) => {
      const done = await revokeKiosk(platform, it.param('id'), it.officer)
      if (!done.ok) return it.problem(done.error)
      log.info({ room: 'kiosks', officer: it.officer.officer, kiosk: it.param('id') }, 'a device is revoked')
      return it.reply.redirect(`${home}?done=revoked`, 303)
    }),
  )

  async function list(it: AtWork, errors: Problem['fields'] = {}): Promise<FastifyReply> {
    const [kiosks, offices] = await Promise.all([listKiosks(platform), findOffices(platform.db)])
    return it.page({
      title: words.title[it.visit.locale],
      status: Object.keys(errors).length > 0 ? 422 : 200,
      path: home,
      children: (
        <KiosksPage
          visit={it.visit}
          kiosks={kiosks}
          offices={offices}
          errors={errors}
          typed={{ office: it.posted('office'), spot: it.posted('spot'), section: it.posted('section') }}
          revoked={it.asked('done') === 'revoked'}
        />
      ),
    })
  }

  function code(it: AtWork, made: Result<EnrolmentCode, Problem>, what: string): FastifyReply {
    if (!made.ok) return it.problem(made.error)
    const { kiosk } = made.value
    log.info({ room: 'kiosks', officer: it.officer.officer, kiosk }, `a device is ${what}`)
    return it.page({
      title: words.codeTitle[it.visit.locale],
      path: home,
      children: <CodePage visit={it.visit} code={made.value} />,
    })
  }
}
