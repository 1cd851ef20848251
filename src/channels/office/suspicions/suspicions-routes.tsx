import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import type { Text } from '#kernel/text.ts'
import { decideSuspicion, type Outcome } from '#platform/accounts/suspicion-decide.ts'
import { readSuspicion, suspicionsOpen } from '#platform/accounts/suspicion-queue.ts'
import { reportAtDesk } from '#platform/accounts/suspicion-report.ts'
import type { Platform } from '#platform/platform.ts'
import { whom } from '../activation/whom.ts'
import { type AtWork, atWorkIn } from '../at-work.tsx'
import { personCase } from '../person-cases.tsx'
import { activationUnit } from '../units.ts'
import { suspicionsHome as home, SuspicionPage, SuspicionsPage } from './suspicions-pages.tsx'
import { words } from './words.ts'

const done: Readonly<Record<string, Text>> = {
  proposed: words.doneProposed,
  returned: words.doneReturned,
  blocked: words.doneBlocked,
  cleared: words.doneCleared,
  reported: words.reported,
}

/** The queue of suspected impersonation, and reporting it from the desk (register R-ACC-09). */
export function suspicionsRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const inUnit = (handle: (it: AtWork) => Promise<FastifyReply>) => atWorkIn(platform, activationUnit, handle)
  const one = personCase({
    home,
    title: words.caseTitle,
    read: (id, officer) => readSuspicion(platform, id, officer),
    show: (shown) => <SuspicionPage {...shown} />,
  })

  app.get(
    home,
    inUnit(async (it) =>
      it.page({
        title: words.title[it.visit.locale],
        children: (
          <SuspicionsPage
            visit={it.visit}
            lines={await suspicionsOpen(platform.db, it.officer)}
            done={Object.hasOwn(done, it.asked('done')) ? done[it.asked('done')] : undefined}
          />
        ),
      }),
    ),
  )

  app.get(
    `${home}/:id`,
    inUnit((it) => one.page(it)),
  )

  app.post(
    `${home}/:id`,
    guarded,
    inUnit(async (it) => {
      const outcome = it.posted('outcome')
      if (!isOutcome(outcome)) return one.page(it, { outcome: words.choose })
      const id = it.param('id')
      const decided = await decideSuspicion(
        platform,
        { id, outcome, reason: it.posted('reason') },
        it.officer,
      )
      if (decided.ok) return it.reply.redirect(`${home}?done=${decided.value}`, 303)
      return one.refuse(it, decided.error)
    }),
  )

  app.post(
    '/office/activation/report',
    guarded,
    inUnit(async (it) => {
      const what = it.posted('what') === 'fingerprint' ? 'fingerprint' : 'document'
      const report = { of: whom(it.posted('who')), what, note: it.posted('note') } as const
      const reported = await reportAtDesk(platform, report, it.officer)
      if (!reported.ok) return it.problem(reported.error)
      return it.reply.redirect(`${home}?done=reported`, 303)
    }),
  )
}

const isOutcome = (given: string): given is Outcome => given === 'blocked' || given === 'cleared'
