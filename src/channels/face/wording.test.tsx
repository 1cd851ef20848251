import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { v } from '#platform/catalogue/value.ts'
import { DataTable } from './data-table.tsx'
import { Ltr } from './ltr.tsx'
import { ValueView } from './value-view.tsx'
import { Wording } from './wording.tsx'

const whole = '<bdi dir="ltr" class="unbroken">TRF-1448-4KQ7M2-C</bdi>'

it('keeps a reference on one line, by itself and inside a text', () => {
  expect(render(<Ltr>TRF-1448-4KQ7M2-C</Ltr>)).toBe(whole)
  expect(render(<Wording>الطلب TRF-1448-4KQ7M2-C.</Wording>)).toBe(`الطلب ${whole}.`)
  for (const value of [v.code('TRF-1448-4KQ7M2-C'), v.plain('TRF-1448-4KQ7M2-C')])
    expect(render(<ValueView value={value} locale="ar" />)).toContain(whole)
})

it('stands as one thing in a cell, which a phone puts beside its label', () => {
  const columns = [{ key: 'what', label: 'What', cell: (row: string) => row }]
  const table = render(<DataTable columns={columns} rows={['Looked at: TRF-1448-4KQ7M2-C']} />)
  expect(table).toContain(`<span>Looked at: ${whole}</span>`)
})

it('lets what is longer than a line break', () => {
  expect(render(<Ltr>f74d2a44-b68e-4c56-80c2-2f048f1fde5b</Ltr>)).not.toContain('unbroken')
})
