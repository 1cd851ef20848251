import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import { record } from '#platform/audit/record.ts'
import { verifyChain } from '#platform/audit/verify.ts'
import { transact } from '#platform/database/transact.ts'
import { listFailures, retry } from '#platform/jobs/failures.ts'
import { failedDeliveries } from '#platform/notices/inbox.ts'
import { closeTrouble, openTroubles } from '#platform/payments/trouble.ts'
import { findAnswerable } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { workload } from '#platform/requests/workload.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { officeMessages } from '../messages.ts'
import { operationsUnit } from '../units.ts'
import { ChainPage } from './chain-page.tsx'
import { OperationsPage, type Told } from './operations-page.tsx'

const home = '/office/operations'
const listed = 100

/** What an operator looks after: what fails, what is owed, what is late. No person is named in it. */
export function operationsRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock, log } = platform
  const guarded = { preHandler: verifyCsrf }
  const operator = (handle: (it: AtWork) => Promise<FastifyReply>) =>
    atWork(platform, async (it) =>
      it.officer.units.includes(operationsUnit) ? handle(it) : it.problem(problems.notYours),
    )

  app.get(
    home,
    operator(async ({ visit, asked, page }) => {
      const [units, failures, troubles, undelivered] = await Promise.all([
        workload(db, clock.now()),
        listFailures(db, listed),
        openTroubles(db),
        failedDeliveries(db, listed),
      ])
      return page({
        title: officeMessages(visit.locale).operations.title,
        children: (
          <OperationsPage
            visit={visit}
            catalogue={platform.catalogue}
            issuers={platform.issuers}
            told={toldOf(asked('done'))}
            {...{ units, failures, troubles, undelivered }}
          />
        ),
      })
    }),
  )

  app.post(
    `${home}/jobs/:id/retry`,
    guarded,
    operator(async ({ officer, reply, param }) => {
      const again = await retry(db, param('id'))
      log.info({ room: 'office', officer: officer.officer, job: param('id'), again }, 'a job is retried')
      return reply.redirect(`${home}?done=${again ? 'retried' : 'notRetried'}`, 303)
    }),
  )

  app.post(
    `${home}/troubles/:id/close`,
    guarded,
    operator(async ({ officer, reply, param, problem }) => {
      const trouble = (await openTroubles(db)).find((one) => one.id === param('id'))
      if (!trouble) return problem(problems.notFound)
      const at = clock.now()
      await transact(db, async (tx) => {
        await closeTrouble(tx, trouble.id, at)
        const subject = trouble.person_id && (await findAnswerable(tx, trouble.person_id))
        if (subject)
          await record(tx, {
            subject,
            by: officer,
            action: 'payment.close-trouble',
            about: trouble.payment,
            ground: 'officer',
            at,
          })
      })
      return reply.redirect(`${home}?done=closed`, 303)
    }),
  )

  app.get(
    `${home}/chain`,
    operator(async ({ visit, page }) =>
      page({
        title: officeMessages(visit.locale).operations.audit,
        children: <ChainPage locale={visit.locale} chain={await verifyChain(db)} />,
      }),
    ),
  )
}

const toldOf = (asked: string): Told | undefined =>
  (['retried', 'notRetried', 'closed'] as const).find((one) => one === asked)
