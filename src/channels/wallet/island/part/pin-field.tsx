import { useId } from 'preact/hooks'

interface PinFieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  onInput(value: string): void
  readonly disabled?: boolean
}

/** A PIN, in the digits of any script; a keeper of passwords may keep it. */
export function PinField({ label, hint, error, value, onInput, disabled = false }: PinFieldProps) {
  const id = useId()
  return (
    <div class="wallet-field">
      <label for={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        type="password"
        inputMode="numeric"
        autocomplete="off"
        dir="ltr"
        value={value}
        disabled={disabled}
        aria-invalid={error !== undefined}
        aria-describedby={
          [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
        }
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p id={`${id}-error`} class="wallet-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
