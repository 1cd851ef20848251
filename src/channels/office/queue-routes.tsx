import type { FastifyInstance } from 'fastify'
import { mayHandle } from '#platform/authority/authorise.ts'
import { answerable } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { queue } from '#platform/requests/office.ts'
import { atWork, type Officer } from './at-work.tsx'
import { officeMessages } from './messages.ts'
import { QueuePage, type Waiting } from './queue-page.tsx'
import { activationUnit, caseUnits, operationsUnit, visitSteps } from './units.ts'

const pageSize = 50

/** An officer's home: what waits, and the way to the next of it. */
export function queueRoutes(app: FastifyInstance, platform: Platform): void {
  const { catalogue, db, clock } = platform

  const waiting = (officer: Officer, unit: string) =>
    queue(platform, officer, { unit, limit: pageSize + 1, except: visitSteps(catalogue, unit) })

  app.get(
    '/office',
    atWork(platform, async ({ officer, visit, reply, asked, page, problem }) => {
      const units = caseUnits(officer.units)
      const unit = asked('unit') || units[0]
      if (unit === undefined) return reply.redirect(elsewhere(officer), 303)
      const cases = await waiting(officer, unit)
      if (!cases.ok) return problem(cases.error)
      return page({
        title: officeMessages(visit.locale).queue.title,
        keys: ['n'],
        children: (
          <QueuePage
            locale={visit.locale}
            catalogue={catalogue}
            now={clock.now()}
            officer={officer.officer}
            units={units}
            unit={unit}
            cases={cases.value.slice(0, pageSize)}
            more={cases.value.length > pageSize}
            nothingLeft={asked('left') === 'none'}
          />
        ),
      })
    }),
  )

  app.get(
    '/office/next',
    atWork(platform, async ({ officer, reply, asked, problem }) => {
      const unit = asked('unit')
      const cases = await waiting(officer, unit)
      if (!cases.ok) return problem(cases.error)
      for (const one of following(cases.value, asked('after'))) {
        if (one.claimed_by !== null && one.claimed_by !== officer.officer) continue
        // A case of the officer's own family is left for a colleague.
        const mine = await mayHandle(db, officer, { unit, people: [await answerable(db, one.applicant)] })
        if (mine.ok) return reply.redirect(`/office/cases/${unit}/${one.id}`, 303)
      }
      return reply.redirect(`/office?unit=${encodeURIComponent(unit)}&left=none`, 303)
    }),
  )
}

/** The cases behind one, then those before it; from the start when it is no longer there. */
function following(cases: readonly Waiting[], after: string): readonly Waiting[] {
  const at = cases.findIndex((one) => one.id === after)
  return at < 0 ? cases : [...cases.slice(at + 1), ...cases.slice(0, at)]
}

/** Where an officer works who has no cases. */
const elsewhere = ({ units }: Officer): string =>
  units.includes(activationUnit)
    ? '/office/activation'
    : units.includes(operationsUnit)
      ? '/office/operations'
      : '/office/desk'
