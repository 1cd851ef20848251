import { expect, it } from 'vitest'
import { discreetError } from './log.ts'

it('names the mistake and nobody’s numbers', () => {
  const error = Object.assign(new Error('duplicate key (1900000009)'), {
    code: '23505',
    detail: 'Key (person_id)=(1900000009) already exists.',
  })
  const written = JSON.stringify(discreetError(error))
  expect(written).toContain('duplicate key')
  expect(written).toContain('23505')
  expect(written).not.toContain('1900000009')
})
