import type { FastifyInstance, FastifyReply } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { plural } from '#kernel/format.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { endSessionsOf, reasonTrouble } from '#platform/accounts/end-by-officer.ts'
import { personNumber, text } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { operationsUnit } from '../units.ts'
import { endedForms, sessionWords as words } from './sessions-words.ts'

const home = '/office/operations/sessions'
const questions = {
  person: personNumber({ label: words.person }),
  reason: text({ label: words.reason, hint: words.reasonHint, max: 300, multiline: true }),
}

/** Signing somebody out everywhere, with a reason that they are told. */
export function sessionsRoutes(app: FastifyInstance, platform: Platform): void {
  const operator = (handle: (it: AtWork) => Promise<FastifyReply>) =>
    atWork(platform, async (it) =>
      it.officer.units.includes(operationsUnit) ? handle(it) : it.problem(problems.notYours),
    )

  app.get(
    home,
    operator(async (it) => show(it)),
  )

  app.post(
    home,
    { preHandler: verifyCsrf },
    operator(async (it) => {
      const person = parsePersonNumber(it.posted('person'))
      const reason = it.posted('reason')
      const why = reasonTrouble(reason)
      if (!person.ok || why)
        return show(it, {
          problem: problems.answersWrong({
            ...(person.ok ? {} : { person: person.error }),
            ...(why ? { reason: why } : {}),
          }),
        })
      const done = await endSessionsOf(platform, { person: person.value, reason }, it.officer)
      if (done.ok) return show(it, { ended: done.value })
      return done.error.fields ? show(it, { problem: done.error }) : it.problem(done.error)
    }),
  )
}

function show(it: AtWork, { problem, ended }: { problem?: Problem; ended?: number } = {}): FastifyReply {
  const { visit } = it
  const { locale } = visit
  return it.page({
    title: words.title[locale],
    path: home,
    ...(problem ? { status: problem.status } : {}),
    children: (
      <div class="stack narrow">
        {problem?.fields && <ErrorSummary errors={problem.fields} locale={locale} />}
        {ended !== undefined && (
          <Notice tone="good" title={plural(locale, ended, endedForms[locale])} announce>
            <p>{words.told[locale]}</p>
          </Notice>
        )}
        <BackLink href="/office/operations" locale={locale} />
        <h1>{words.title[locale]}</h1>
        <form class="sheet stack" method="post" action={home} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <p>{words.lead[locale]}</p>
          {(['person', 'reason'] as const).map((name) => (
            <FieldControl
              key={name}
              name={name}
              field={questions[name]}
              value={ended === undefined ? it.posted(name) : ''}
              error={problem?.fields?.[name]}
              locale={locale}
            />
          ))}
          <div>
            <Button look="danger">{words.end[locale]}</Button>
          </div>
        </form>
      </div>
    ),
  })
}
