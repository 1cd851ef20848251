import { Button } from '#channels/face/button.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { icon } from '#channels/face/icon.tsx'
import { paths } from '#channels/face/paths.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Field } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/text.ts'
import { verifyWords as words } from './words.ts'

/** Read from left to right: capitals and digits. */
const figures = (field: Field): Field => ({ ...field, kind: 'reference' })
const fields = {
  number: figures(text({ label: words.number, hint: words.numberHint, max: 40 })),
  verificationCode: figures(text({ label: words.code, hint: words.codeHint, max: 12 })),
  code: text({ label: words.text, hint: words.textHint, multiline: true, max: 5000 }),
}
type Name = keyof typeof fields

interface AskViewProps {
  readonly locale: Locale
  readonly given?: Readonly<Partial<Record<Name, string>>>
  readonly errors?: Readonly<Partial<Record<Name, Text>>>
}

/** How a document is checked without a camera. Works without JavaScript. */
export function AskView({ locale, given = {}, errors = {} }: AskViewProps) {
  const control = (name: Name) => (
    <FieldControl name={name} field={fields[name]} value={given[name]} error={errors[name]} locale={locale} />
  )
  return (
    <div class="narrow stack stack-loose">
      <ErrorSummary locale={locale} errors={errors} />
      <header class="stack">
        <h1>{words.title[locale]}</h1>
        <p class="lead">{words.intro[locale]}</p>
        <p class="row">
          {icon('scan-line')}
          <span class="min-w-0 flex-1">{words.camera[locale]}</span>
        </p>
      </header>
      <form class="sheet stack" method="post" action={paths.verify}>
        <h2>{words.byNumber[locale]}</h2>
        {control('number')}
        {control('verificationCode')}
        <Button>{words.check[locale]}</Button>
      </form>
      <form class="sheet stack" method="post" action={paths.verify}>
        <h2>{words.byText[locale]}</h2>
        {control('code')}
        <Button look="quiet">{words.check[locale]}</Button>
      </form>
    </div>
  )
}
