import type { Locale } from '#kernel/text.ts'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'

/** Copies a code; there only where scripts run. */
export function CopyButton({ text, locale }: { readonly text: string; readonly locale: Locale }) {
  const m = messagesFor(locale).copy
  return (
    <button type="button" class="go" data-copy={text} data-copied={m.done} hidden>
      {icon('copy')}
      <span data-copy-words aria-live="polite">
        {m.do}
      </span>
    </button>
  )
}
