import type { JSX } from 'preact'
import type { Locale, Text } from '#kernel/text.ts'
import type { Part } from '#sandbox/part.ts'

export const indexTitle: Text = { ar: 'العالم خارج المنصة', en: 'The world outside' }

const toPortal: Text = { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' }

/** The list of the parts, each with what a visitor does there. */
export function indexBody(parts: readonly Part[], portal: string, locale: Locale): JSX.Element {
  return (
    <>
      <ul class="parts">
        {parts.map((part) => (
          <li key={part.name}>
            <a href={`/${part.name}`}>
              <strong>{part.title[locale]}</strong>
              <span>{part.about[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={portal}>{toPortal[locale]}</a>
      </p>
    </>
  )
}
