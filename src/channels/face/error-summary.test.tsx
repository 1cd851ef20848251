import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'

const errors = { number: { ar: 'لا صك بهذا الرقم', en: 'No such deed' } }

it('leads to the field on this page, or on the page where it is corrected', () => {
  expect(render(<ErrorSummary errors={errors} locale="en" />)).toContain('href="#f-number"')
  const elsewhere = (name: string) => (name === 'number' ? '/requests/JUS-1/form/deed' : undefined)
  expect(render(<ErrorSummary errors={errors} locale="en" elsewhere={elsewhere} />)).toContain(
    'href="/requests/JUS-1/form/deed#f-number"',
  )
})
