import type { ComponentChildren } from 'preact'
import { icon } from '../icon.tsx'
import { messagesFor } from '../messages.ts'
import { type FieldControlProps, inputId } from './props.ts'

interface FrameProps extends FieldControlProps {
  readonly children: ComponentChildren
  /** Said when the definition gives no hint of its own. */
  readonly hint?: string | undefined
}

/** What an input of the field points to for its description. */
export function describedBy({ name, field, error }: FieldControlProps, ownHint?: string): string | undefined {
  const ids = [
    field.hint || ownHint ? `${inputId(name)}-hint` : undefined,
    error ? `${inputId(name)}-error` : undefined,
  ].filter((id) => id !== undefined)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Label, hint and error around one input. */
export function Frame(props: FrameProps) {
  const label = (
    <label class="field-label" for={inputId(props.name)}>
      <Label {...props} />
    </label>
  )
  return (
    <div class="field" data-invalid={props.error ? 'true' : undefined}>
      {props.heading ? <h1 class="field-heading">{label}</h1> : label}
      <Notes {...props} />
      {props.children}
    </div>
  )
}

/** The same around a group of inputs: the label is the legend. */
export function GroupFrame(props: FrameProps) {
  return (
    <fieldset
      class="field"
      data-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props, props.hint)}
    >
      <legend class="field-label">
        {props.heading ? (
          <h1 class="field-heading">
            <Label {...props} />
          </h1>
        ) : (
          <Label {...props} />
        )}
      </legend>
      <Notes {...props} />
      {props.children}
    </fieldset>
  )
}

function Label({ field, locale }: FieldControlProps) {
  return (
    <>
      {field.label[locale]}
      {field.optional && <span class="field-optional"> ({messagesFor(locale).form.optional})</span>}
    </>
  )
}

function Notes({ name, field, error, locale, hint }: FrameProps) {
  const said = field.hint?.[locale] ?? hint
  return (
    <>
      {said && (
        <p class="field-hint" id={`${inputId(name)}-hint`}>
          {said}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${inputId(name)}-error`}>
          {icon('circle-alert')}
          <span>
            <span class="sr-only">{messagesFor(locale).form.errorPrefix} </span>
            {error[locale]}
          </span>
        </p>
      )}
    </>
  )
}
