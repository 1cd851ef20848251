import type { Locale } from '#kernel/text.ts'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'

/** Prints the page; there only where scripts run. */
export const PrintButton = ({ locale }: { readonly locale: Locale }) => (
  <button type="button" class="btn btn-quiet" data-print hidden>
    {icon('printer')}
    {messagesFor(locale).print}
  </button>
)
