import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/text.ts'
import { messagesFor } from './messages.ts'

interface RefreshingProps {
  readonly locale: Locale
  readonly seconds?: number
  /** What may change: the page is shown anew once its words are others. */
  readonly children: ComponentChildren
}

/** What waits for others: the whole of a page that is sent with `refreshSeconds`. */
export const Refreshing = ({ locale, seconds = 5, children }: RefreshingProps) => (
  <div data-refresh={seconds}>
    {children}
    <p class="muted no-print mt-6 text-sm">{messagesFor(locale).waiting}</p>
  </div>
)
