import { DataTable } from '#channels/face/data-table.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { formatInstant } from '#kernel/format.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import type { DeskMobileLine } from '#platform/accounts/desk-mobile-review.ts'
import { words } from './words.ts'

export const home = '/office/activation/mobile'

/** What waits for a second officer, on the desk's first page. */
export function MobilesToReview({
  lines,
  officer,
  locale,
}: {
  readonly lines: readonly DeskMobileLine[]
  readonly officer: string
  readonly locale: Locale
}) {
  return (
    <section class="sheet stack" aria-labelledby="mobiles">
      <h2 id="mobiles">{words.review[locale]}</h2>
      {lines.length === 0 ? (
        <p class="muted">{words.none[locale]}</p>
      ) : (
        <DataTable
          rows={lines}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'who',
              label: words.person[locale],
              cell: (row) => <Ltr>{maskPersonNumber(row.person)}</Ltr>,
            },
            { key: 'officer', label: words.officer[locale], cell: (row) => <Ltr>{row.officer}</Ltr> },
            { key: 'when', label: words.when[locale], cell: (row) => formatInstant(row.at, locale) },
            {
              key: 'look',
              label: '',
              cell: (row) =>
                row.officer === officer ? (
                  <span class="muted">{words.own[locale]}</span>
                ) : (
                  <a class="a" href={`${home}/${row.id}`}>
                    {words.look[locale]}
                  </a>
                ),
            },
          ]}
        />
      )}
      <p>
        <a class="go" href={home}>
          {words.open[locale]}
        </a>
      </p>
    </section>
  )
}
