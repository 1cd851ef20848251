import type { Locale, Text } from '#kernel/text.ts'
import { inputId } from './field/props.ts'
import { icon } from './icon.tsx'
import { fill, messagesFor } from './messages.ts'

interface OtpInputProps {
  readonly locale: Locale
  readonly label: string
  readonly name?: string
  /** The masked mobile or mail that it went to. */
  readonly sentTo?: string
  /** Nothing was sent: it stands in the person's app. */
  readonly fromApp?: boolean | undefined
  readonly digits?: number
  readonly error?: Text | undefined
}

/** The code from a message or an app, in one input that the phone can fill by itself. */
export function OtpInput({
  locale,
  label,
  name = 'code',
  sentTo,
  fromApp,
  digits = 6,
  error,
}: OtpInputProps) {
  const m = messagesFor(locale).otp
  const id = inputId(name)
  const [before, after] = fill(m.hint, { to: '\u0000' }).split('\u0000')
  return (
    <div class="field" data-invalid={error ? 'true' : undefined}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <p class="field-hint" id={`${id}-hint`}>
        {sentTo ? (
          <>
            {before}
            <bdi dir="ltr">{sentTo}</bdi>
            {after}
          </>
        ) : fromApp ? (
          m.hintApp
        ) : (
          m.hintPlain
        )}
      </p>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {icon('circle-alert')}
          {error[locale]}
        </p>
      )}
      <input
        class="input otp"
        id={id}
        name={name}
        inputmode="numeric"
        autocomplete="one-time-code"
        dir="ltr"
        maxLength={digits + 2}
        required
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}
