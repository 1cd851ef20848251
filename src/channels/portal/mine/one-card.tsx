import { type CardState, DocumentCard } from '#channels/face/document-card.tsx'
import { portraitAddress } from '#channels/face/portrait.tsx'
import type { Day } from '#kernel/day.ts'
import type { Locale } from '#kernel/text.ts'
import type { Carried } from '#platform/documents/held.ts'

/** Anything that one carries or carried. */
export type Shown = Pick<Carried, 'document' | 'content' | 'number' | 'validUntil' | 'because'> & {
  readonly state: CardState
}

/** Where a carried document is opened: the one that is out, or what the registry holds of it. */
export const addressOf = ({ issued, document, subjectId }: Carried): string =>
  issued ? `/documents/${issued.id}` : `/documents/${document}/${encodeURIComponent(subjectId)}`

/** A document as the card that one would hold, in its own colours and with its holder’s face. */
export function OneCard({
  document,
  locale,
  today,
  href,
}: {
  readonly document: Shown
  readonly locale: Locale
  readonly today: Day
  /** Absent on the document’s own page. */
  readonly href?: string
}) {
  const { content, state, because } = document
  const { look, portrait } = content
  return (
    <DocumentCard
      locale={locale}
      title={content.title}
      holder={content.holder[locale]}
      number={document.number}
      photo={portrait ? portraitAddress(portrait) : false}
      facts={content.facts.filter((fact) => fact.value.kind !== 'day').slice(0, 2)}
      expires={document.validUntil}
      today={today}
      look={look.kind === 'card' ? look : { from: look.accent, to: look.accent, ink: 'light' }}
      state={state}
      because={state === 'suspended' ? because?.[locale] : undefined}
      {...(href ? { href } : {})}
    />
  )
}
