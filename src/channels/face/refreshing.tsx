import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/text.ts'
import { messagesFor } from './messages.ts'

interface RefreshingProps {
  readonly locale: Locale
  readonly seconds?: number
  /** What may change: the page is shown anew once its words are others. */
  readonly children: ComponentChildren
}

/** Something that waits for others. Give `refreshSeconds` to the page too, for browsers without scripts. */
export const Refreshing = ({ locale, seconds = 5, children }: RefreshingProps) => (
  <div data-refresh={seconds}>
    {children}
    <p class="muted no-print text-sm">{messagesFor(locale).waiting}</p>
  </div>
)
