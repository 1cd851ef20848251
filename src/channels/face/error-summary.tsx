import { plural } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { inputId } from './field/props.ts'
import { messagesFor } from './messages.ts'

interface ErrorSummaryProps {
  readonly locale: Locale
  /** By the name of the field; an empty name is about the page as a whole. */
  readonly errors: Readonly<Record<string, Text | undefined>>
  /** Where a field is corrected, when it is not on this page. */
  readonly elsewhere?: (name: string) => string | undefined
}

/** What is to be corrected, on top of the page, each line leading to its field. Nothing when nothing is. */
export function ErrorSummary({ locale, errors, elsewhere }: ErrorSummaryProps) {
  const found = Object.entries(errors).flatMap(([name, text]) =>
    text ? [{ name, words: text[locale] }] : [],
  )
  if (found.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} id="errors" data-focus>
      <h2>{plural(locale, found.length, messagesFor(locale).form.errors)}</h2>
      <ul>
        {found.map(({ name, words }) => (
          <li key={name}>
            {name ? <a href={`${elsewhere?.(name) ?? ''}#${inputId(name)}`}>{words}</a> : words}
          </li>
        ))}
      </ul>
    </div>
  )
}
