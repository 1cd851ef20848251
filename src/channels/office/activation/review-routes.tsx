import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import {
  type ActivationRecord,
  activationRecord,
  type Found,
  reviewActivation,
} from '#platform/accounts/activation-review.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import { text } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { atWork } from '../at-work.tsx'
import { officeMessages } from '../messages.ts'
import { type CaseShown, personCase } from '../person-cases.tsx'
import { said } from '../said.ts'
import { activationUnit } from '../units.ts'
import { PersonAtDesk } from './activation-pages.tsx'

const home = '/office/activation/review'

/** The second look at what another officer activated. */
export function reviewRoutes(app: FastifyInstance, platform: Platform): void {
  const unit = activationUnit
  const one = personCase({
    home,
    title: said((m) => m.activation.reviewTitle),
    read: (id, officer) => activationRecord(platform, { unit, id }, officer),
    show: (shown) => <ReviewPage {...shown} />,
  })

  app.get(
    `${home}/:id`,
    atWork(platform, (it) => one.page(it)),
  )

  app.post(
    `${home}/:id`,
    { preHandler: verifyCsrf },
    atWork(platform, async (it) => {
      const found: Found =
        it.posted('found') === 'dispute' ? { inOrder: false, note: it.posted('note') } : { inOrder: true }
      const done = await reviewActivation(platform, { unit, id: it.param('id') }, found, it.officer)
      if (!done.ok) return one.refuse(it, done.error)
      return it.reply.redirect(`/office/activation?reviewed=${found.inOrder ? 'yes' : 'disputed'}`, 303)
    }),
  )
}

const note = text({ label: said((m) => m.activation.disputeNote), min: 10, max: 300, multiline: true })

function ReviewPage({ visit, id, it: made, typed, errors }: CaseShown<ActivationRecord>) {
  const { locale } = visit
  const m = officeMessages(locale).activation
  return (
    <div class="stack narrow">
      <ErrorSummary errors={errors} locale={locale} />
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
        <form method="post" action={`${home}/${id}`}>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <Button icon="check" accesskey="a">
            {m.reviewed}
          </Button>
        </form>
      </div>
      <details class="sheet" open={errors.note !== undefined}>
        <summary>{m.dispute}</summary>
        <form class="stack" method="post" action={`${home}/${id}`} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf, found: 'dispute' }} />
          <p>{m.disputeLead}</p>
          <FieldControl name="note" field={note} value={typed('note')} error={errors.note} locale={locale} />
          <div>
            <Button look="danger">{m.disputeDo}</Button>
          </div>
        </form>
      </details>
    </div>
  )
}

/** What was recorded, in words. */
function kindOf(recorded: string | null): Value {
  const kinds = ['identity-card', 'passport', 'fingerprint', 'face'] as const
  const kind = kinds.find((one) => one === recorded)
  return kind ? v.text(said((m) => m.activation.kinds[kind])) : v.none
}
