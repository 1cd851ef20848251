import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import type { Visit } from '#channels/face/visit.ts'
import { type ActivationRecord, activationRecord } from '#platform/accounts/activation-desk.ts'
import { reviewActivation } from '#platform/accounts/activation-review.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import { isId } from '#platform/database/ids.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { atWork } from '../at-work.tsx'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { activationUnit } from '../units.ts'
import { PersonAtDesk } from './activation-pages.tsx'

const address = '/office/activation/review/:id'

/** The second look at what another officer activated. */
export function reviewRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    address,
    atWork(platform, async ({ officer, visit, param, page, problem }) => {
      const made = await activationRecord(platform, { unit: activationUnit, id: param('id') }, officer)
      if (!made.ok) return problem(made.error)
      return page({
        title: officeMessages(visit.locale).activation.reviewTitle,
        keys: ['a'],
        children: <ReviewPage visit={visit} id={param('id')} made={made.value} />,
      })
    }),
  )

  app.post(
    address,
    { preHandler: verifyCsrf },
    atWork(platform, async ({ officer, reply, param, problem }) => {
      const id = param('id')
      if (!isId(id)) return problem(problems.notFound)
      const done = await reviewActivation(platform, { unit: activationUnit, id }, officer)
      return done.ok ? reply.redirect('/office/activation?reviewed=yes', 303) : problem(done.error)
    }),
  )
}

interface ReviewPageProps {
  readonly visit: Visit
  readonly id: string
  readonly made: ActivationRecord
}

function ReviewPage({ visit, id, made }: ReviewPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).activation
  return (
    <div class="stack narrow">
      <BackLink href="/office/activation" locale={locale} />
      <h1>{m.reviewTitle}</h1>
      <div class="sheet stack">
        <PersonAtDesk person={made} locale={locale} />
        <Facts
          locale={locale}
          facts={[
            { key: 'receipt', label: said((w) => w.activation.receipt), value: v.code(made.receipt) },
            { key: 'officer', label: said((w) => w.activation.officer), value: v.code(made.officer) },
            { key: 'at', label: said((w) => w.activation.when), value: v.instant(made.at) },
            { key: 'document', label: said((w) => w.activation.document), value: kindOf(made.document) },
            { key: 'biometric', label: said((w) => w.activation.biometric), value: kindOf(made.biometric) },
          ]}
        />
        <form method="post" action={`/office/activation/review/${id}`}>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <Button icon="check" accesskey="a">
            {m.reviewed}
          </Button>
        </form>
      </div>
    </div>
  )
}

/** What was recorded, in words. */
function kindOf(recorded: string | null): Value {
  const kinds = ['identity-card', 'passport', 'fingerprint', 'face'] as const
  const kind = kinds.find((one) => one === recorded)
  return kind ? v.text(said((m) => m.activation.kinds[kind])) : v.none
}
