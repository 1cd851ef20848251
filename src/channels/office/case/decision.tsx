import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import type { ReviewStep } from '#platform/catalogue/step.ts'
import { choice, text } from '#platform/forms/fields/index.ts'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { type CasePageProps, caseAddress } from './case-page.tsx'

/** Longest reason, in characters. */
const longest = 1000

/** Approve, or refuse with a ready reason and words of one's own. */
export function Decision({
  visit,
  view,
  step,
  problem,
  typed,
}: CasePageProps & { readonly step: ReviewStep }) {
  const { locale } = visit
  const m = officeMessages(locale).case
  const action = `${caseAddress(view)}/decide`
  return (
    <section class="sheet stack" aria-labelledby="decision">
      <h2 id="decision">{m.decision}</h2>
      {step.body && <p>{step.body[locale]}</p>}
      <div class="grid gap-8 lg:grid-cols-2">
        <form class="stack" method="post" action={action} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf, answer: 'approve' }} />
          <FieldControl
            name="note"
            field={text({
              label: said((words) => words.case.note),
              multiline: true,
              max: longest,
              optional: true,
            })}
            locale={locale}
          />
          <div>
            <Button icon="check" accesskey="a">
              {m.approve}
            </Button>
          </div>
        </form>
        <form class="stack" method="post" action={action} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf, answer: 'refuse' }} />
          {step.refusals.length > 0 && (
            <FieldControl
              name="code"
              field={choice({
                label: said((words) => words.case.ready),
                options: step.refusals.map(({ code, text: label }) => ({ value: code, label })),
                optional: true,
              })}
              value={typed?.code}
              locale={locale}
            />
          )}
          <FieldControl
            name="reason"
            field={text({
              label: said((words) => words.case.ownWords),
              hint: said((words) => words.case.ownWordsHint),
              multiline: true,
              max: longest,
              optional: true,
            })}
            value={typed?.reason}
            error={problem?.fields?.reason}
            locale={locale}
          />
          <div>
            <Button look="danger" icon="x" accesskey="r">
              {m.refuse}
            </Button>
          </div>
        </form>
      </div>
    </section>
  )
}
