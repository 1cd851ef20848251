import type { InputHTMLAttributes } from 'preact'
import { messagesFor } from '../messages.ts'
import { describedBy, Frame } from './frame.tsx'
import { type FieldControlProps, inputId, partOf, settingOf, textOf } from './props.ts'

type InputProps = InputHTMLAttributes<HTMLInputElement>

/** How each kind of one-line field is typed; the width tells how much is expected. */
const kinds: Readonly<
  Record<string, InputProps & { readonly hintKey?: 'personNumberHint' | 'mobileHint' | 'ibanHint' }>
> = {
  text: {},
  integer: { inputmode: 'numeric', dir: 'ltr', class: 'w-36' },
  money: { inputmode: 'decimal', dir: 'ltr', class: 'w-48' },
  personNumber: {
    inputmode: 'numeric',
    dir: 'ltr',
    maxLength: 14,
    class: 'w-56 tracking-wider',
    hintKey: 'personNumberHint',
  },
  mobile: {
    type: 'tel',
    inputmode: 'tel',
    dir: 'ltr',
    autocomplete: 'tel',
    class: 'w-64',
    hintKey: 'mobileHint',
  },
  email: { type: 'email', inputmode: 'email', dir: 'ltr', autocomplete: 'email', class: 'max-w-md' },
  personOrPassport: { dir: 'ltr', autocapitalize: 'characters', maxLength: 14, class: 'w-56 tracking-wider' },
  iban: { dir: 'ltr', autocapitalize: 'characters', class: 'max-w-md tracking-wide', hintKey: 'ibanHint' },
  reference: { dir: 'ltr', autocapitalize: 'characters', class: 'w-64 tracking-wide' },
}

/** Any answer of one line; a kind without a way of typing of its own is plain text. */
export function LineControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const { hintKey, class: width = '', ...typing } = kinds[field.kind] ?? {}
  const m = messagesFor(locale).form
  const hint = hintKey && m[hintKey]
  const attributes: InputProps = {
    ...typing,
    id: inputId(name),
    name,
    'aria-describedby': describedBy(props, hint),
    'aria-invalid': error ? 'true' : undefined,
    required: !field.optional,
    autocomplete: settingOf(field, 'autocomplete') ?? typing.autocomplete ?? 'off',
    spellcheck: field.kind === 'text' ? undefined : false,
    ...limits(props),
  }
  const rows = Number(settingOf(field, 'rows') ?? (field.control?.multiline === true ? 5 : 1))
  if (rows > 1) {
    return (
      <Frame {...props}>
        <textarea
          class="textarea w-full"
          id={inputId(name)}
          name={name}
          rows={rows}
          maxLength={attributes.maxLength}
          required={!field.optional}
          aria-describedby={describedBy(props)}
          aria-invalid={error ? 'true' : undefined}
          // A textarea's text is its child.
          defaultValue={textOf(value)}
        />
      </Frame>
    )
  }
  const input = <input {...attributes} class={`input w-full ${width}`} value={shown(field.kind, value)} />
  return (
    <Frame {...props} hint={hint}>
      {field.kind === 'money' ? (
        <div class="affixed">
          {input}
          <span class="affix">{locale === 'ar' ? 'ر.س' : 'SAR'}</span>
        </div>
      ) : (
        input
      )}
    </Frame>
  )
}

/** A parsed amount is halalas, a number; what was typed is text and stays as it was. */
const shown = (kind: string, value: unknown): string =>
  kind === 'money' && typeof value === 'number'
    ? (value / 100).toFixed(2)
    : textOf(value) || partOf(value, 'person') || partOf(value, 'passport')

function limits({ field }: FieldControlProps): InputProps {
  const longest = Number(settingOf(field, 'maxLength') ?? 0)
  return field.kind === 'text' && longest > 0 ? { maxLength: longest } : {}
}
