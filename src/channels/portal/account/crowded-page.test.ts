import { expect, it } from 'vitest'
import { signIn, signInCrowded } from '#platform/accounts/sign-in.ts'
import { anAccount, aVisualAnswer, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from './pages.ts'

const { platform, db } = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(platform)
await app.register(accountPages(platform))

it('says in a crowd that sending the same again is enough, and so it is', async () => {
  const person = await aPerson(db)
  await anAccount(platform, person)
  const browser = aVisitor(app, platform)
  const page = await browser.get('/sign-in?lang=en')
  const send = () => browser.submit(page, '/sign-in', { name: person, password: testPassword })

  const visual = await aVisualAnswer(platform)
  const crowd: Promise<unknown>[] = []
  while (!signInCrowded()) crowd.push(signIn(platform, { name: 'x', password: 'x', visual, door: 'person' }))
  for (const refused of [await send(), await send()]) {
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['retry-after']).toBe('5')
    expect(refused.headers['cache-control']).toBe('no-store')
    expect(refused.body).toContain('Reload this page in a few seconds')
    expect(refused.body).toContain('<html lang="en"')
  }
  await Promise.all(crowd)
  const begun = await send()
  expect([begun.statusCode, begun.headers.location]).toEqual([303, '/sign-in/code'])
})
