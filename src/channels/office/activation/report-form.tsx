import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { choice, text } from '#platform/forms/fields/index.ts'
import { words } from '../suspicions/words.ts'

const questions = {
  what: choice({
    label: words.reportWhat,
    options: [
      { value: 'document', label: words.reportDocument },
      { value: 'fingerprint', label: words.reportFinger },
    ],
  }),
  note: text({ label: words.reportNote, min: 10, max: 300, multiline: true }),
} as const

/** For when the person at the desk is not the one in the register. */
export const ReportForm = ({ visit, who }: { readonly visit: Visit; readonly who: string }) => (
  <details class="sheet">
    <summary>{words.reportTitle[visit.locale]}</summary>
    <form class="stack" method="post" action="/office/activation/report">
      <HiddenInputs values={{ _csrf: visit.csrf, who }} />
      <p>{words.reportLead[visit.locale]}</p>
      <FieldControl name="what" field={questions.what} value="document" locale={visit.locale} />
      <FieldControl name="note" field={questions.note} value="" locale={visit.locale} />
      <div>
        <Button look="danger">{words.report[visit.locale]}</Button>
      </div>
    </form>
  </details>
)
