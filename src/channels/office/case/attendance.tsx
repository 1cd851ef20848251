import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { fill } from '#channels/face/messages.ts'
import { formatInstant } from '#kernel/format.ts'
import type { AppointmentStep } from '#platform/catalogue/step.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { type CasePageProps, caseAddress } from './case-page.tsx'

/** The person is here, with or without an appointment: the officer confirms what was done. */
export function Attendance(
  props: CasePageProps & { readonly step: Pick<AppointmentStep, 'bring' | 'done'> },
) {
  const { visit, view, step, offices, office, problem } = props
  const { locale } = visit
  const m = officeMessages(locale).case
  const { appointment } = view.row.state
  const known = appointment !== undefined || offices.some((one) => one.id === office)
  return (
    <section class="sheet stack" aria-labelledby="attendance">
      <h2 id="attendance">{m.attendance}</h2>
      <p>
        {appointment
          ? fill(m.booked, {
              when: formatInstant(new Date(appointment.at), locale),
              office: appointment.office[locale],
            })
          : m.walkIn}
      </p>
      {step.bring.length > 0 && (
        <div>
          <h3>{m.bring}</h3>
          <ul class="list-inside list-disc">
            {step.bring.map((one) => (
              <li key={one.en}>{one[locale]}</li>
            ))}
          </ul>
        </div>
      )}
      <form class="stack" method="post" action={`${caseAddress(view)}/attend`} novalidate>
        <HiddenInputs values={{ _csrf: visit.csrf, ...(known ? { office } : {}) }} />
        {!known && (
          <FieldControl
            name="office"
            field={choice({
              label: said((words) => words.case.office),
              options: offices.map((one) => ({ value: one.id, label: one.name, detail: one.cityName })),
            })}
            error={problem?.fields?.office}
            locale={locale}
          />
        )}
        <div>
          <Button icon="user-round-check" accesskey="a">
            {fill(m.confirm, { done: step.done[locale] })}
          </Button>
        </div>
      </form>
    </section>
  )
}
