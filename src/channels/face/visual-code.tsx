import type { Locale, Text } from '#kernel/text.ts'
import { inputId } from './field/props.ts'
import { icon } from './icon.tsx'
import { fill, messagesFor } from './messages.ts'

interface VisualCodeProps {
  readonly locale: Locale
  readonly challenge: string
  /** Address of the picture, 200 × 70. */
  readonly image: string
  /** Address of the spoken code. */
  readonly audio: string
  /** A puzzle that the browser solves meanwhile, where scripts run; posted as `proof`. */
  readonly puzzle?: unknown
  /** How many characters it has. */
  readonly length: number
  readonly error?: Text | undefined
  /** Names of what is posted. */
  readonly names?: { readonly challenge: string; readonly code: string; readonly proof: string }
  /** The page again, with another code. */
  readonly another?: string | undefined
}

/** Shows that a person asks: a code to read or to hear. */
export function VisualCode(props: VisualCodeProps) {
  const { locale, challenge, image, audio, length, error, another } = props
  const names = props.names ?? { challenge: '_challenge', code: '_code', proof: '_proof' }
  const m = messagesFor(locale)
  const id = inputId(names.code)
  return (
    <fieldset class="field" data-invalid={error ? 'true' : undefined}>
      <legend class="field-label">{m.code.title}</legend>
      <input type="hidden" name={names.challenge} value={challenge} />
      {props.puzzle !== undefined && (
        <input type="hidden" name={names.proof} data-proof={JSON.stringify(props.puzzle)} />
      )}
      <div class="stack stack-tight">
        <img
          class="code-picture"
          src={image}
          width="200"
          height="70"
          alt={fill(m.code.image, { n: length })}
        />
        <details>
          <summary class="go">
            {icon('volume-2')}
            {m.code.listen}
          </summary>
          {/* biome-ignore lint/a11y/useMediaCaption: captions would give the code away */}
          <audio class="mt-2 w-full max-w-sm" controls preload="none" src={audio} />
        </details>
        <div>
          <label class="part-label" for={id}>
            {m.code.enter}
          </label>
          {error && (
            <p class="field-error" id={`${id}-error`}>
              {error[locale]}
            </p>
          )}
          <div class="row">
            <input
              class="input w-44 text-center text-lg tracking-[0.2em]"
              id={id}
              name={names.code}
              dir="ltr"
              inputmode="numeric"
              autocomplete="off"
              spellcheck={false}
              required
              maxLength={length + 4}
              aria-describedby={error ? `${id}-error` : undefined}
              aria-invalid={error ? 'true' : undefined}
            />
            {another && (
              <a class="go" href={another}>
                {icon('refresh-cw')}
                {m.code.another}
              </a>
            )}
          </div>
        </div>
      </div>
    </fieldset>
  )
}
