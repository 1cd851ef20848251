import { messagesFor } from '../messages.ts'
import { describedBy, Frame } from './frame.tsx'
import { type FieldControlProps, inputId, partOf, settingOf, textOf } from './props.ts'

interface Typing {
  readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly dir?: 'ltr'
  readonly maxLength?: number
  readonly autocomplete?: string
  readonly autocapitalize?: 'characters'
  readonly class?: string
  readonly hintKey?: 'personNumberHint' | 'mobileHint' | 'ibanHint'
}

/** How each kind of one-line field is typed; the width tells how much is expected. */
const kinds: Readonly<Record<string, Typing>> = {
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
    inputmode: 'tel',
    dir: 'ltr',
    autocomplete: 'tel',
    class: 'w-64',
    hintKey: 'mobileHint',
  },
  email: { inputmode: 'email', dir: 'ltr', autocomplete: 'email', class: 'w-full max-w-md' },
  personOrPassport: { dir: 'ltr', autocapitalize: 'characters', maxLength: 14, class: 'w-56 tracking-wider' },
  iban: {
    dir: 'ltr',
    autocapitalize: 'characters',
    class: 'w-full max-w-md tracking-wide',
    hintKey: 'ibanHint',
  },
  reference: { dir: 'ltr', autocapitalize: 'characters', class: 'w-64 tracking-wide' },
}

/** Any answer of one line; a kind without a way of typing of its own is plain text. */
export function LineControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const { hintKey, class: width = 'w-full', ...typing } = kinds[field.kind] ?? {}
  const m = messagesFor(locale).form
  const hint = hintKey && m[hintKey]
  const longest = Number(settingOf(field, 'maxLength') ?? 0)
  const attributes = {
    ...typing,
    id: inputId(name),
    name,
    'aria-describedby': describedBy(props, hint),
    'aria-invalid': error ? true : undefined,
    required: !field.optional,
    autocomplete: settingOf(field, 'autocomplete') ?? typing.autocomplete ?? 'off',
    spellcheck: field.kind === 'text' ? undefined : false,
    maxLength: typing.maxLength ?? (longest > 0 ? longest : undefined),
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
  const input = (
    <input type="text" {...attributes} class={`input ${width}`} value={shown(field.kind, value)} />
  )
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
