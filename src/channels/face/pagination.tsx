import type { Locale } from '#kernel/text.ts'
import { LinkButton } from './button.tsx'
import { fill, messagesFor } from './messages.ts'

interface PaginationProps {
  readonly locale: Locale
  /** From 1. */
  readonly page: number
  /** Absent where counting would cost too much; then `more` says whether there is another. */
  readonly pages?: number
  readonly more?: boolean
  href(page: number): string
}

/** The page before and the page after; nothing where there is only one. */
export function Pagination({
  locale,
  page,
  pages,
  more = pages !== undefined && page < pages,
  href,
}: PaginationProps) {
  const m = messagesFor(locale).pagination
  if (page === 1 && !more) return null
  return (
    <nav class="pages" aria-label={m.label}>
      {page > 1 && (
        <LinkButton look="quiet" icon="chevron-left" href={href(page - 1)} rel="prev">
          {m.previous}
        </LinkButton>
      )}
      <span class="muted px-2" aria-current="page">
        {pages === undefined ? fill(m.page, { n: page }) : fill(m.of, { n: page, total: pages })}
      </span>
      {more && (
        <LinkButton look="quiet" href={href(page + 1)} rel="next">
          {m.next}
        </LinkButton>
      )}
    </nav>
  )
}
