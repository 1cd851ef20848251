import type { Locale } from '#kernel/text.ts'
import type { SecondLook } from '#platform/accounts/second-look.ts'
import { SecondLooks } from '../second-looks.tsx'
import { words } from './words.ts'

export const home = '/office/activation/mobile'

/** What waits for a second officer, on the desk's first page. */
export function MobilesToReview({
  locale,
  ...rest
}: {
  readonly looks: readonly SecondLook[]
  readonly officer: string
  readonly locale: Locale
}) {
  return (
    <SecondLooks
      {...rest}
      locale={locale}
      home={home}
      words={{
        title: words.review[locale],
        none: words.none[locale],
        who: words.person[locale],
        officer: words.officer[locale],
        when: words.when[locale],
        look: words.look[locale],
        own: words.own[locale],
      }}
    >
      <p>
        <a class="go" href={home}>
          {words.open[locale]}
        </a>
      </p>
    </SecondLooks>
  )
}
