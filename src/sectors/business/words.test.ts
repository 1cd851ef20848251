import { expect, it } from 'vitest'
import { discover } from '#platform/catalogue/discover.ts'

const catalogue = await discover()

it.each([
  ['مفوض التوقيع المعتمد', 'appoint-authorised-signatory'],
  ['مفوض موقع My Business', 'appoint-my-business-delegate'],
  ['مفوض توثيق شرائح الاتصال بالبصمة', 'appoint-sim-authentication-delegate'],
])('a delegate of document 001 is found by its heading: %s', (words, slug) => {
  expect(catalogue.search(words)[0]?.slug).toBe(slug)
})
