import type { JSX } from 'preact'
import type { Locale, Text } from '#kernel/text.ts'
import type { CrossingReported, Posted } from '#sandbox/gate/report.ts'
import { directions, ports, words } from '#sandbox/gate/words.ts'

export function GateForm(props: {
  readonly locale: Locale
  readonly typed: Posted
  readonly error?: Text
}): JSX.Element {
  const { locale, typed, error } = props
  const Choice = (field: {
    readonly name: 'direction' | 'port'
    readonly label: Text
    readonly options: Readonly<Record<string, Text>>
  }) => (
    <p class="field">
      <label for={field.name}>{field.label[locale]}</label>
      <select id={field.name} name={field.name}>
        {Object.entries(field.options).map(([key, title]) => (
          <option key={key} value={key} selected={key === typed[field.name]}>
            {title[locale]}
          </option>
        ))}
      </select>
    </p>
  )
  return (
    <form method="post" action="/gate">
      <input type="hidden" name="id" value={typed.id} />
      <p class="field">
        <label for="person">{words.person[locale]}</label>
        <span class="hint" id="person-hint">
          {words.personHint[locale]}
        </span>
        {error && (
          <span class="error" id="person-error">
            {error[locale]}
          </span>
        )}
        <input
          id="person"
          name="person"
          value={typed.person}
          inputMode="numeric"
          dir="ltr"
          aria-invalid={error !== undefined}
          aria-describedby={error ? 'person-hint person-error' : 'person-hint'}
        />
      </p>
      <Choice name="direction" label={words.direction} options={directions} />
      <Choice name="port" label={words.port} options={ports} />
      <button type="submit">{words.record[locale]}</button>
    </form>
  )
}

export function Outcome(props: {
  readonly locale: Locale
  readonly outcome: CrossingReported
  readonly portal: string
}): JSX.Element {
  const { locale, outcome, portal } = props
  return (
    <>
      <p class="note" role="status">
        {outcome.kind === 'taken' && (outcome.answer.known ? words.known : words.recorded)[locale]}
        {outcome.kind === 'refused' && (
          <>
            {words.refused[locale]} <bdi dir="auto">{outcome.because}</bdi>
          </>
        )}
        {outcome.kind === 'no-answer' && words.noAnswer[locale]}
      </p>
      <p>
        <a href="/gate">{words.another[locale]}</a>
      </p>
      <p>
        <a href={portal}>{words.toPortal[locale]}</a>
      </p>
    </>
  )
}
