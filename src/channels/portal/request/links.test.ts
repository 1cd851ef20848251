import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { cancelRequest } from '#platform/requests/act.ts'
import { anAccount, aSession } from '#tests/support/accounts.ts'
import { aBookedVisit, lanternPlatform } from '#tests/support/lanterns.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { portalChannel } from '../channel.ts'

const test = await lanternPlatform()
const { platform, db, clock } = test
const app = await aServer(platform)
await app.register(portalChannel(platform))

async function browserOf(person: PersonNumber) {
  await anAccount(platform, person)
  const { token } = await aSession(platform, person)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', token)
  return browser
}

describe('what a message links to', () => {
  it('is a page, for everybody who was sent one', async () => {
    const { owner, keeper, reference } = await aBookedVisit(test)
    clock.advance({ days: 3 })
    await test.runJobs()
    const browsers = [await browserOf(owner), await browserOf(keeper)]
    const cancelled = await cancelRequest(
      platform,
      { kind: 'person', person: owner, account: 'activated', session: 's' },
      reference,
    )
    expect(cancelled.ok).toBe(true)
    const links = new Set<string>()
    for (const [at, person] of [owner, keeper].entries())
      for (const { link } of await inbox(db, person, { limit: 50 })) {
        if (!link) continue
        links.add(link.replace(/[0-9a-f-]{36}|LAN-.*/, ':id'))
        const first = await browsers[at]?.get(link)
        const page = first?.statusCode === 303 ? await browsers[at]?.follow(first) : first
        expect([link, page?.statusCode]).toEqual([link, 200])
        if (/bills|appointments/.test(link)) expect(page?.body).toContain(reference)
      }
    expect([...links].sort()).toEqual(['/appointments', '/approvals/:id', '/bills/:id', '/requests/:id'])
  })

  it('is not somebody else’s request, for a subject who did not make it', async () => {
    const made = await aBookedVisit(test)
    const subject = await aPerson(db)
    await db
      .updateTable('request')
      .set({ subject_person: subject })
      .where('person_id', '=', made.owner)
      .where('reference', '=', made.reference)
      .execute()
    const by = { kind: 'person', person: made.owner, account: 'activated', session: 's' } as const
    expect((await cancelRequest(platform, by, made.reference)).ok).toBe(true)
    expect((await inbox(db, subject, { limit: 5 })).map(({ link }) => link)).toEqual(['/access'])
  })
})
