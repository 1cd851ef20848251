import type { Locale } from '#kernel/text.ts'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** The way back up; the page itself is not in it. */
export const Breadcrumbs = ({
  crumbs,
  locale,
}: {
  readonly crumbs: readonly Crumb[]
  readonly locale: Locale
}) => (
  <nav aria-label={messagesFor(locale).breadcrumbs}>
    <ol class="crumbs">
      {crumbs.map(({ label, href }, at) => (
        <li key={href}>
          {at > 0 && icon('chevron-right')}
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)

/** One step back in a form. */
export const BackLink = ({
  href,
  locale,
  accesskey,
}: {
  readonly href: string
  readonly locale: Locale
  readonly accesskey?: string
}) => (
  <a class="go no-print" href={href} accesskey={accesskey}>
    {icon('arrow-left')}
    {messagesFor(locale).back}
  </a>
)
