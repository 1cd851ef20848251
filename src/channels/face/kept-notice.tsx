import type { Locale } from '#kernel/text.ts'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'

/** Stands in a form marked `data-keep` and appears when what was typed before was put back. */
export const KeptNotice = ({ locale }: { readonly locale: Locale }) => (
  <p class="field-hint" data-kept-notice role="status" hidden>
    {icon('save')} {messagesFor(locale).unsaved}
  </p>
)
