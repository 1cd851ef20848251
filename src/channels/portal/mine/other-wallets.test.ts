import { beforeAll, expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { transact } from '#platform/database/transact.ts'
import { issue } from '#platform/documents/issue.ts'
import { takePlace } from '#platform/documents/status.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { aServer } from '#tests/support/visitor.ts'

let test: TestPlatform
let app: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  test = await testPlatform()
  app = await aServer(test.platform)
  await app.register(portalChannel(test.platform))
})

async function holder() {
  const browser = await aSignedInVisitor(app, test)
  const { person } = browser
  const subjectId = await aLicence(test, person)
  const definition = test.platform.catalogue.document('driving-licence')
  if (!definition) throw new Error('there is no driving licence')
  const at = test.clock.now()
  const licence = await transact(test.db, (tx) =>
    issue(tx, test.platform, { definition, person, subjectId, at }),
  )
  return { browser, person, licence, page: `/documents/${licence.id}/wallets` }
}

it('asks for a confirmation, then offers the document with a link to scan and a code by message', async () => {
  const { browser, page } = await holder()
  const first = await browser.submit(await browser.get(page), page)
  expect(first.body).not.toContain('openid-credential-offer')
  const confirmed = await confirmAt(test, browser, first)
  const offered = await browser.submit(confirmed, page)
  expect(offered.body).toContain('openid-credential-offer://?credential_offer=')
  await test.runJobs()
  expect(test.sent.sms.at(-1)?.text).toMatch(/محفظة أخرى: \d{6}/)
  const again = await browser.submit(await browser.get(page), page)
  expect(again.body).not.toContain('openid-credential-offer')
})

it('says that it waits a day after a new way in, before anything is confirmed', async () => {
  const { browser, person, page } = await holder()
  const before = await browser.get(page)
  await transact(test.db, (tx) => holdAccount(tx, person, test.clock.now()))
  const held = await browser.get(page)
  expect(held.body).toContain('يتأخر 24 ساعة')
  expect(held.body).not.toContain(`action="${page}"`)
  const submitted = await browser.submit(before, page)
  expect(submitted.statusCode).toBe(409)
})

it('lists where it is carried and stops a copy; of somebody else’s document it shows nothing', async () => {
  const { browser, person, licence, page } = await holder()
  const at = test.clock.now()
  await transact(test.db, async (tx) => {
    const { list, place } = await takePlace(tx, { person, documentId: licence.id })
    await tx
      .insertInto('carried_credential')
      .values({
        person_id: person,
        document_id: licence.id,
        holder_key: 'k',
        status_list: list,
        status_index: place,
        issued_at: at,
        ends_at: new Date(at.getTime() + 86_400_000),
      })
      .execute()
  })
  const listed = await browser.get(page)
  expect(listed.body).toContain(`action="${page}/stop"`)
  const stopped = await browser.follow(await browser.submit(listed, `${page}/stop`))
  expect(stopped.body).not.toContain(`action="${page}/stop"`)
  const ended = await test.db
    .selectFrom('document_status')
    .select('state')
    .where('person_id', '=', person)
    .where('document_id', '=', licence.id)
    .execute()
  expect(ended.map((one) => one.state).sort()).toEqual([0, 1])
  const { browser: stranger } = await holder()
  expect((await stranger.get(page)).statusCode).toBe(404)
})
