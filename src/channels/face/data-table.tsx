import type { ComponentChildren } from 'preact'
import { Wording } from './wording.tsx'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  cell(row: Row, at: number): ComponentChildren
  /** Figures: aligned to the end. */
  readonly amount?: boolean
}

interface DataTableProps<Row> {
  readonly caption?: string | undefined
  /** For a table that the page's own heading names: the caption is only heard. */
  readonly captionUnseen?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey?: (row: Row, at: number) => string
}

/** A table that becomes a list of small sheets at the width of a phone. A column without a label holds the row's action. */
export function DataTable<Row>({ caption, captionUnseen, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table class="table table-stacks">
      {caption && <caption class={captionUnseen ? 'sr-only' : undefined}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ key, label, amount }) =>
            label ? (
              <th key={key} scope="col" class={amount ? 'amount' : undefined}>
                {label}
              </th>
            ) : (
              <td key={key} />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={rowKey?.(row, at) ?? at}>
            {columns.map((column) => (
              <td
                key={column.key}
                data-label={column.label || undefined}
                class={column.amount ? 'amount' : undefined}
              >
                {shown(column.cell(row, at))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A text as one thing, so that on a phone it stands beside its label as a whole. */
const shown = (cell: ComponentChildren): ComponentChildren =>
  typeof cell === 'string' ? (
    <span>
      <Wording>{cell}</Wording>
    </span>
  ) : (
    cell
  )
