import { beforeAll, describe, expect, it } from 'vitest'
import { anAccount, aSession } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { createWeb } from './server.ts'

let test: TestPlatform
let app: Awaited<ReturnType<typeof createWeb>>
let cookie: string
let csrf: string
beforeAll(async () => {
  test = await testPlatform()
  app = await createWeb(test.platform, { biller: undefined })
  const person = await aPerson(test.db)
  await anAccount(test.platform, person)
  const { token } = await aSession(test.platform, person)
  const page = await app.inject({ url: '/sign-in' })
  csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  cookie = `diwan-session=${token}; diwan-browser=${page.cookies.find((one) => one.name === 'diwan-browser')?.value}`
  return () => app.close()
})

const post = (url: string, type: string, payload: string) =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': type, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' },
    payload,
  })
const form = 'application/x-www-form-urlencoded'

describe('whatever is sent', () => {
  it.each([
    '/search?q=a&q=b',
    '/search/suggest?q=a&q=b',
    '/search?q=%00',
    '/requests?before=%00',
    '/requests/%00',
    '/requests/%00/form',
    '/approvals/%00',
    '/bills/x/receipt.pdf',
    '/services/pay-violations?subject=a&subject=b',
  ])('%s is answered as the asker’s mistake, or answered', async (url) => {
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBeLessThan(500)
  })

  it('leads back to the page that sent what was too large', async () => {
    const sent = await app.inject({
      method: 'POST',
      url: '/requests/x/form/evidence',
      headers: {
        cookie,
        host: 'diwan.example',
        referer: 'http://diwan.example/requests/x/form/evidence',
        'content-type': form,
      },
      payload: `a=${'a'.repeat(12_000_000)}`,
    })
    expect(sent.statusCode).toBe(413)
    expect(sent.body).toContain('href="/requests/x/form/evidence"')
  })

  it.each([
    ['/approvals/%F0%9F%92%A9', form, 'answer=a&answer=b'],
    ['/approvals/x', form, 'answer=refuse&step=a&step=b&reason=1&reason=2'],
    ['/approvals/x', 'application/json', 'null'],
    ['/requests/x/appointment', form, 'slot=1&slot=2'],
    ['/services/pay-violations/start', 'application/json', '{"_key":7,"subject":{"a":1}}'],
    ['/services/pay-violations/start', form, 'subject=%00&_key=1'],
    ['/services/query-fingerprint-status/ask', 'application/json', '{"number":7}'],
    ['/services/browse-service-guide/ask', 'application/json', 'null'],
    ['/bills/x/pay', 'application/json', 'null'],
    ['/bills/x/pay', 'application/json', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['/api/v1/sign-in', 'application/json', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('%s with %s %.60s changes nothing and breaks nothing', async (url, type, payload) => {
    expect((await post(url, type, payload)).statusCode).toBeLessThan(500)
  })
})

describe('a file from somebody who is not signed in', () => {
  it('is not even read', async () => {
    const body = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'),
      Buffer.alloc(9_000_000),
      Buffer.from('\r\n--x--\r\n'),
    ])
    const answer = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      payload: body,
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fsign-in'])
  })
})

describe('without the database', () => {
  it('a page says so, in the person’s language, and says nothing else', async () => {
    const down = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))
    const broken = await createWeb(
      { ...test.platform, pool: { query: down } as unknown as typeof test.pool },
      { biller: undefined },
    )
    const answer = await broken.inject({
      url: '/',
      headers: { cookie: `lang=en; diwan-session=${'a'.repeat(43)}` },
    })
    await broken.close()
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('Something went wrong on our side')
    expect(answer.body).not.toContain('10.0.0.7')
  })
})
