import type { ComponentChildren } from 'preact'
import { DataTable } from '#channels/face/data-table.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { formatInstant } from '#kernel/format.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import type { SecondLook } from '#platform/accounts/second-look.ts'

interface SecondLooksProps {
  readonly looks: readonly SecondLook[]
  /** Who reads it: what they did themselves is not theirs to look at. */
  readonly officer: string
  readonly locale: Locale
  /** The address that the cases are under. */
  readonly home: string
  readonly words: Readonly<Record<'title' | 'none' | 'who' | 'officer' | 'when' | 'look' | 'own', string>> & {
    readonly lead?: string
  }
  readonly children?: ComponentChildren
}

/** What waits for a second officer. */
export function SecondLooks({ looks, officer, locale, home, words, children }: SecondLooksProps) {
  const lead = looks.length > 0 ? words.lead : words.none
  const title = `second-${home.split('/').at(-1)}`
  return (
    <section class="sheet stack" aria-labelledby={title}>
      <h2 id={title}>{words.title}</h2>
      {lead && <p class="muted">{lead}</p>}
      {looks.length > 0 && (
        <DataTable
          rows={looks}
          rowKey={(row) => row.id}
          columns={[
            { key: 'who', label: words.who, cell: (row) => <Ltr>{maskPersonNumber(row.person_id)}</Ltr> },
            { key: 'officer', label: words.officer, cell: (row) => <Ltr>{row.officer}</Ltr> },
            { key: 'when', label: words.when, cell: (row) => formatInstant(row.at, locale) },
            {
              key: 'look',
              label: '',
              cell: (row) =>
                row.officer === officer ? (
                  <span class="muted">{words.own}</span>
                ) : (
                  <a class="a" href={`${home}/${row.id}`}>
                    {words.look}
                  </a>
                ),
            },
          ]}
        />
      )}
      {children}
    </section>
  )
}
