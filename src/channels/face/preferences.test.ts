import { expect, it } from 'vitest'
import { inLanguage } from './paths.ts'
import { localPath } from './preferences.ts'

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1', undefined])(
  'goes home instead of to %s',
  (given) => expect(localPath(given)).toBe('/'),
)

it('goes back to an address of the site', () => expect(localPath('/inbox?page=2')).toBe('/inbox?page=2'))

it('replaces the language that an address already has', () =>
  expect(inLanguage('/search?q=جواز&lang=ar', 'en')).toBe('/search?q=%D8%AC%D9%88%D8%A7%D8%B2&lang=en'))
