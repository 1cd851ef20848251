import type { ComponentChildren, JSX } from 'preact'
import { formatInstant } from '#kernel/format.ts'
import { aroundReferences } from '#kernel/reference.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Mail } from '#sandbox/phone/mail-server.ts'
import type { TextMessage } from '#sandbox/phone/message-centre.ts'
import { words } from '#sandbox/phone/words.ts'

/** The first one-time code in a text: four to eight digits by themselves. */
const codeIn = (text: string): string | undefined => /(?<![\d/.:-])\d{4,8}(?![\d/:-])/.exec(text)?.[0]

function Code({ text, locale }: { text: string; locale: Locale }): JSX.Element | null {
  const code = codeIn(text)
  if (code === undefined) return null
  return (
    <p class="code">
      <bdi dir="ltr">
        <code>{code}</code>
      </bdi>
      <button type="button" data-copy={code} data-copied={words.copied[locale]}>
        {words.copy[locale]}
      </button>
    </p>
  )
}

/** References stay on one line. */
const unbroken = (text: string) =>
  aroundReferences(text).map((piece) =>
    piece.reference ? <bdi class="unbroken">{piece.text}</bdi> : piece.text,
  )

export function Bubble({ message, locale }: { message: TextMessage; locale: Locale }): JSX.Element {
  return (
    <li class="bubble">
      <p dir="auto">{unbroken(message.text)}</p>
      <Code text={message.text} locale={locale} />
      <p class="meta">
        <bdi>{message.from}</bdi> ·{' '}
        <time dateTime={message.at}>{formatInstant(new Date(message.at), locale)}</time>
      </p>
    </li>
  )
}

export function Letter({ mail, locale }: { mail: Mail; locale: Locale }): JSX.Element {
  return (
    <li class="bubble letter">
      <h2 dir="auto">{mail.subject}</h2>
      <p dir="auto">{unbroken(mail.text)}</p>
      <Code text={mail.text} locale={locale} />
      <p class="meta">
        <bdi>{mail.from}</bdi> · <time dateTime={mail.at}>{formatInstant(new Date(mail.at), locale)}</time>
      </p>
    </li>
  )
}

/** The messages to one address, oldest first; new ones are added at the end by `live`. */
export function Messages(props: {
  readonly live: string
  readonly locale: Locale
  readonly children: readonly JSX.Element[]
}): JSX.Element {
  const none = props.children.length === 0
  return (
    <>
      {none && <p data-empty>{words.nothing[props.locale]}</p>}
      <ol class="messages" data-live={props.live} hidden={none} aria-live="polite">
        {props.children}
      </ol>
    </>
  )
}

/** Picks an address: a field for any, and the ones that got something lately. */
export function Picker(props: {
  readonly locale: Locale
  readonly action: string
  readonly field: {
    readonly name: string
    readonly inputMode: 'tel' | 'email'
    readonly label: Text
    readonly hint: Text
  }
  readonly given: string
  readonly error?: Text | undefined
  readonly recent: readonly { readonly href: string; readonly label: string; readonly last: string }[]
  readonly children?: ComponentChildren
}): JSX.Element {
  const { locale, field, error } = props
  return (
    <>
      <form action={props.action} method="get">
        <label for="address">{field.label[locale]}</label>
        <p id="hint" class="meta">
          {field.hint[locale]}
        </p>
        {error && (
          <p id="error" class="error" role="alert">
            {error[locale]}
          </p>
        )}
        <div class="row">
          <input
            id="address"
            name={field.name}
            inputMode={field.inputMode}
            dir="ltr"
            value={props.given}
            aria-describedby={error ? 'hint error' : 'hint'}
            aria-invalid={error !== undefined}
          />
          <button type="submit">{words.open[locale]}</button>
        </div>
      </form>
      {props.children}
      <h2>{words.recent[locale]}</h2>
      {props.recent.length === 0 ? (
        <p>{words.nothing[locale]}</p>
      ) : (
        <ul class="parts">
          {props.recent.map(({ href, label, last }) => (
            <li key={href}>
              <a href={href}>
                <strong>
                  <bdi dir="ltr">{label}</bdi>
                </strong>
                <span dir="auto" class="last">
                  {last}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="meta">{words.bounded[locale]}</p>
    </>
  )
}
