import type { Locale } from '#kernel/text.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { Facts } from './facts.tsx'
import { GoLink } from './go-link.tsx'
import { messagesFor } from './messages.ts'
import { Notice } from './notice.tsx'
import { paths } from './paths.ts'
import { ValueView } from './value-view.tsx'
import { VerdictList } from './verdict-list.tsx'
import { Wording } from './wording.tsx'

type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>

interface BlockViewProps {
  readonly block: Block
  readonly locale: Locale
  /** Where a document is opened; the holder's own documents when absent. */
  readonly documentHref?: (block: Of<'document'>) => string
}

/** Renders any block that an inquiry answers with. */
export function BlockView({ block, locale, documentHref = ownDocument }: BlockViewProps) {
  switch (block.kind) {
    case 'status':
      return (
        <Notice tone={block.tone} title={block.title[locale]} banner>
          {block.body && (
            <p>
              <Wording>{block.body[locale]}</Wording>
            </p>
          )}
          {block.next && <GoLink next={block.next} locale={locale} />}
        </Notice>
      )
    case 'facts':
      return (
        <section class="sheet">
          {block.title && <h2 class="mb-3">{block.title[locale]}</h2>}
          <Facts facts={block.facts} locale={locale} />
        </section>
      )
    case 'table':
      return <TableBlock block={block} locale={locale} />
    case 'verdicts':
      return (
        <section class="sheet">
          {block.title && <h2 class="mb-3">{block.title[locale]}</h2>}
          <VerdictList verdicts={block.verdicts} locale={locale} summary />
        </section>
      )
    case 'document':
      return (
        <section class="sheet row justify-between">
          <p class="font-semibold">{block.title[locale]}</p>
          <LinkButton href={documentHref(block)} icon="file-text" look="quiet">
            {messagesFor(locale).document.open}
          </LinkButton>
        </section>
      )
    case 'note':
      return (
        <Notice tone={block.tone}>
          <p>
            <Wording>{block.body[locale]}</Wording>
          </p>
          {block.next && <GoLink next={block.next} locale={locale} />}
        </Notice>
      )
  }
}

function TableBlock({ block, locale }: { readonly block: Of<'table'>; readonly locale: Locale }) {
  const columns = block.columns.map(({ key, label }) => ({
    key,
    label: label[locale],
    cell: (row: Of<'table'>['rows'][number]) => (
      <ValueView value={row[key] ?? { kind: 'none' }} locale={locale} />
    ),
  }))
  const action = {
    key: '',
    label: '',
    cell: (_: Of<'table'>['rows'][number], at: number) => {
      const next = block.next?.[at]
      return next && <GoLink next={next} locale={locale} />
    },
  }
  return (
    <section class="sheet">
      {block.title && <h2 class="mb-3">{block.title[locale]}</h2>}
      {block.rows.length === 0 ? (
        <EmptyState words={block.empty[locale]} />
      ) : (
        <DataTable columns={block.next ? [...columns, action] : columns} rows={block.rows} />
      )}
    </section>
  )
}

const ownDocument = ({ document, subject }: Of<'document'>): string =>
  `${paths.documents}/${encodeURIComponent(document)}/${encodeURIComponent(subject)}`

/** All blocks of an answer, one under another. */
export const BlocksView = ({
  blocks,
  ...rest
}: Omit<BlockViewProps, 'block'> & { readonly blocks: readonly Block[] }) => (
  <div class="stack">
    {blocks.map((block, at) => (
      <BlockView key={at} block={block} {...rest} />
    ))}
  </div>
)
