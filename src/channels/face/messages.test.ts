import { expect, it } from 'vitest'
import { messagesFor } from './messages.ts'

const placeholders = (messages: unknown, path = ''): [string, string][] =>
  Object.entries(messages as Record<string, unknown>).flatMap(([key, value]): [string, string][] => {
    // Plurals differ in their forms, so only the form that every language has is compared.
    if (['one', 'two', 'few', 'many'].includes(key)) return []
    if (typeof value === 'object') return placeholders(value, `${path}${key}.`)
    return [[path + key, [...String(value).matchAll(/\{\w+\}/g)].sort().join(' ')]]
  })

it('asks for the same parameters in both languages', () => {
  expect(placeholders(messagesFor('ar'))).toEqual(placeholders(messagesFor('en')))
})
