import type { Locale } from '#kernel/text.ts'
import { Button } from './button.tsx'
import { messagesFor } from './messages.ts'
import { paths } from './paths.ts'

interface SearchBoxProps {
  readonly locale: Locale
  readonly value?: string
  readonly action?: string
  /** Answers `?q=` with `[{ title, href }]`; with it, and JavaScript, it suggests as one types. */
  readonly suggest?: string
}

/** Finds a service by ordinary words. */
export function SearchBox({ locale, value = '', action = paths.search, suggest }: SearchBoxProps) {
  const m = messagesFor(locale).search
  return (
    <search>
      <form class="finder" action={action} data-suggest={suggest} data-suggestions={m.suggestions}>
        <label class="field-label" for="finder">
          {m.label}
        </label>
        <div class="finder-bar">
          <input
            id="finder"
            type="search"
            name="q"
            value={value}
            placeholder={m.placeholder}
            autocomplete="off"
            enterkeyhint="search"
            maxLength={120}
          />
          <Button icon="search">
            <span class="sr-only sm:not-sr-only">{m.submit}</span>
          </Button>
        </div>
      </form>
    </search>
  )
}
