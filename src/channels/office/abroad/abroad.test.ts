import { expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { abroadDays, abroadTimes, askFromAbroad } from '#platform/accounts/abroad.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

const home = '/office/abroad'
const { platform, db, clock } = await testPlatform()
const app = await aServer(platform)
await app.register(officeChannel(platform))

async function officer(units: readonly string[] = ['activation']) {
  const session = await anOfficerSession(platform, await aPerson(db), units)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return browser
}

/** A citizen abroad who waits for a video call. */
async function caller({ early = false } = {}) {
  const person = await aPerson(db)
  const passport = await aPassport(db, person, { nationality: 'SAU' })
  await anAccount(platform, person, { state: 'registered' })
  const { principal } = await aSession(platform, person, { account: 'registered' })
  const [day] = abroadDays(dayOf(clock.now()))
  const [slot] = day ? await abroadTimes(db, { way: 'video' }, day) : []
  if (principal.kind !== 'person' || !slot) throw new Error('no time is free')
  const asked = await askFromAbroad(platform, principal, { place: { way: 'video' }, slot })
  if (!asked.ok) throw new Error(asked.error.code)
  if (!early) clock.set(slot.toISOString())
  return { person, passport }
}
const stateOf = async (person: PersonNumber) =>
  (await db.selectFrom('account').select('state').where('person_id', '=', person).executeTakeFirst())?.state
const linkIn = (body: string) => /\/office\/abroad\/[0-9a-f-]{36}/.exec(body)?.[0] ?? ''

it('is a queue whose cases are compared and activated; a colleague has the second look', async () => {
  const { person, passport } = await caller()
  const clerk = await officer()
  const list = await clerk.get(home)
  expect(list.body).toContain('Video call')
  expect(list.body).not.toContain(person)
  const link = linkIn(list.body)
  const page = await clerk.get(link)
  for (const words of ['Salem', '14 March 1991', 'src="data:image/svg', 'Call'])
    expect(page.body).toContain(words)
  expect(page.body).not.toContain(person)
  const unseen = await clerk.submit(page, `${link}/activate`, { document: passport })
  expect([unseen.statusCode, unseen.body.includes('href="#f-compared"')]).toEqual([422, true])
  const wrong = await clerk.submit(page, `${link}/activate`, { document: 'Z00000000', compared: 'yes' })
  expect([wrong.statusCode, wrong.body.includes('not the one in the register')]).toEqual([422, true])
  expect(await stateOf(person)).toBe('registered')
  const done = await clerk.submit(page, `${link}/activate`, { document: passport, compared: 'yes' })
  expect(done.body).toMatch(/The account of Salem[\s\S]*ACT-/)
  expect(await stateOf(person)).toBe('activated')
  expect((await clerk.get(link)).statusCode).toBe(404)
  const colleague = await officer()
  expect((await colleague.get('/office/activation')).body).toContain('/office/activation/review/')
})

it('says that the time has not come, and shows nothing to decide with', async () => {
  const { person, passport } = await caller({ early: true })
  const clerk = await officer()
  const link = linkIn((await clerk.get(home)).body)
  const page = await clerk.get(link)
  expect(page.body).toContain('It is not time yet')
  for (const act of ['activate', 'refuse', 'report']) expect(page.body).not.toContain(`${link}/${act}`)
  const csrf = await clerk.get('/office/activation')
  const token = /name="_csrf" value="([^"]+)"/.exec(csrf.body)?.[1] ?? ''
  const sent = { _csrf: token, document: passport, compared: 'yes' }
  const early = await clerk.post(`${link}/activate`, sent)
  expect([early.statusCode, early.body.includes('It is not time yet')]).toEqual([409, true])
  expect(await stateOf(person)).toBe('registered')
  await db.deleteFrom('abroad_case').where('person_id', '=', person).execute()
})

it('refuses with a reason, or reports who is not the holder', async () => {
  const [refused, reported] = [await caller(), await caller()]
  const clerk = await officer()
  const first = linkIn((await clerk.get(home)).body)
  const page = await clerk.get(first)
  const short = await clerk.submit(page, `${first}/refuse`, { reason: 'no' })
  expect([short.statusCode, short.body.includes('at least 10')]).toEqual([422, true])
  const no = await clerk.submit(page, `${first}/refuse`, { reason: 'Nobody answered the call' })
  expect((await clerk.follow(no)).body).toContain('the holder has been told why')
  const second = linkIn((await clerk.get(home)).body)
  const note = { note: 'The face is of somebody else' }
  const told = await clerk.submit(await clerk.get(second), `${second}/report`, note)
  expect(told.headers.location).toBe('/office/suspicions?done=reported')
  expect([await stateOf(refused.person), await stateOf(reported.person)]).toEqual(['registered', 'suspended'])
  expect((await clerk.get(home)).body).toContain('No appointment is waiting.')
})

it('is for the unit alone', async () => {
  await caller()
  const other = await officer(['operations'])
  expect((await other.get(home)).statusCode).toBe(403)
  const link = linkIn((await (await officer()).get(home)).body)
  expect((await other.get(link)).statusCode).toBe(403)
})
