import type { Locale } from '#kernel/text.ts'
import { fill, messagesFor } from './messages.ts'

interface StepsProps {
  /** The page that one is on, from 1. */
  readonly at: number
  readonly total: number
  readonly locale: Locale
}

/** "Step 2 of 4"; nothing where there is only one. */
export function Steps({ at, total, locale }: StepsProps) {
  if (total < 2) return null
  return (
    <div class="mb-4">
      <p class="muted mb-1 text-sm">{fill(messagesFor(locale).steps.of, { n: at, total })}</p>
      <div class="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <i key={index} data-done={index < at ? '' : undefined} />
        ))}
      </div>
    </div>
  )
}
