import { LinkButton } from '#channels/face/button.tsx'
import type { Locale, Text } from '#kernel/text.ts'
import { tell } from './words.ts'

/**
 * Leads on to a site without a redirect: the browser would count that as the target of the form before it,
 * and forms lead nowhere but here (`form-action`). The `refresh` header goes on by itself.
 */
export function Going({
  to,
  site,
  locale,
}: {
  readonly to: string
  readonly site?: Text
  readonly locale: Locale
}) {
  return (
    <div class="stack narrow">
      <h1>{site ? tell('going', locale, { site: site[locale] }) : tell('goingBack', locale)}</h1>
      <p>
        <LinkButton href={to}>{tell('go', locale)}</LinkButton>
      </p>
    </div>
  )
}

/** For the header that goes with it. */
export const refreshTo = (address: string): string => `0; url=${address}`
