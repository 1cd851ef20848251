import type { JSX } from 'preact'
import { formatMoney } from '#kernel/format.ts'
import { halalas } from '#kernel/money.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Posted, Recorded } from '#sandbox/camera/record.ts'
import { offences, words } from '#sandbox/camera/words.ts'

export type Errors = Readonly<Partial<Record<keyof Posted, Text>>>

export function CameraForm(props: {
  readonly locale: Locale
  readonly typed: Posted
  readonly errors: Errors
}): JSX.Element {
  const { locale, typed, errors } = props
  const Field = (field: {
    readonly name: 'whom' | 'speed' | 'limit' | 'where'
    readonly label: Text
    readonly hint?: Text
    readonly numeric?: boolean
  }) => {
    const error = errors[field.name]
    const described = [field.hint && `${field.name}-hint`, error && `${field.name}-error`].filter(Boolean)
    return (
      <p class="field">
        <label for={field.name}>{field.label[locale]}</label>
        {field.hint && (
          <span class="hint" id={`${field.name}-hint`}>
            {field.hint[locale]}
          </span>
        )}
        {error && (
          <span class="error" id={`${field.name}-error`}>
            {error[locale]}
          </span>
        )}
        <input
          id={field.name}
          name={field.name}
          value={typed[field.name]}
          aria-invalid={error !== undefined}
          {...(field.numeric && { inputMode: 'numeric' as const, dir: 'ltr' as const })}
          {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
        />
      </p>
    )
  }
  return (
    <form method="post" action="/camera">
      <input type="hidden" name="id" value={typed.id} />
      <Field name="whom" label={words.whom} hint={words.whomHint} />
      <p class="field">
        <label for="what">{words.what[locale]}</label>
        <select id="what" name="what">
          {Object.entries(offences).map(([key, title]) => (
            <option key={key} value={key} selected={key === typed.what}>
              {title[locale]}
            </option>
          ))}
        </select>
      </p>
      <Field name="speed" label={words.speed} numeric />
      <Field name="limit" label={words.limit} numeric />
      <Field name="where" label={words.where} />
      <button type="submit">{words.record[locale]}</button>
    </form>
  )
}

export function Outcome(props: {
  readonly locale: Locale
  readonly outcome: Recorded
  readonly portal: string
}): JSX.Element {
  const { locale, outcome, portal } = props
  return (
    <>
      <p class="note" role="status">
        {outcome.kind === 'taken' && words.recorded[locale]}
        {outcome.kind === 'refused' && (
          <>
            {words.refused[locale]} <bdi dir="auto">{outcome.because}</bdi>
          </>
        )}
        {outcome.kind === 'no-answer' && words.noAnswer[locale]}
      </p>
      {outcome.kind === 'taken' && (
        <dl class="facts card">
          <dt>{words.number[locale]}</dt>
          <dd>
            <bdi dir="ltr">{outcome.answer.number}</bdi>
          </dd>
          {outcome.answer.amount !== undefined && (
            <>
              <dt>{words.amount[locale]}</dt>
              <dd>{formatMoney(halalas(outcome.answer.amount), locale)}</dd>
            </>
          )}
        </dl>
      )}
      <p>
        <a href="/camera">{words.another[locale]}</a>
      </p>
      <p>
        <a href={portal}>{words.toPortal[locale]}</a>
      </p>
    </>
  )
}
