import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountPages } from '#channels/portal/account/pages.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { storeUpload } from '#platform/files/file.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { raiseTrouble } from '#platform/payments/trouble.ts'
import { anOfficerSession, aSession } from '#tests/support/accounts.ts'
import type { TestPlatform } from '#tests/support/database.ts'
import { aBookedVisit, aReview, aVisitToCome, lanternPlatform } from '#tests/support/lanterns.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from './channel.tsx'

const unit = 'lantern-wardens'
let test: TestPlatform
let app: FastifyInstance

beforeAll(async () => {
  test = await lanternPlatform()
  app = await aServer(test.platform)
  await app.register(accountPages(test.platform))
  await app.register(officeChannel(test.platform))
})

beforeEach(() => test.clock.set('2026-11-23T08:00:00Z'))

/** An officer at their browser, in English. */
async function officer(units: readonly string[] = [unit], person?: PersonNumber) {
  const session = await anOfficerSession(test.platform, person ?? (await aPerson(test.db)), units)
  const browser = aVisitor(app, test.platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return { ...browser, name: session.principal.officer, person: session.principal.person }
}

const casePath = (one: { readonly id: string }) => `/office/cases/${unit}/${one.id}`

const statusOf = async (reference: string) =>
  (
    await test.db
      .selectFrom('request')
      .select('status')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
  ).status

const looks = (person: PersonNumber, action: string, by: string) =>
  test.db
    .selectFrom('audit_event')
    .select('about')
    .where('person_id', '=', person)
    .where('action', '=', action)
    .where('actor_id', '=', by)
    .execute()

describe('the door', () => {
  it('leads a stranger to it, and back to where they wanted to go', async () => {
    const answer = await aVisitor(app, test.platform).get('/office?unit=lantern-wardens')
    expect(answer.headers.location).toBe('/office/sign-in?next=%2Foffice%3Funit%3Dlantern-wardens')
  })

  it('says that a session has ended, and does not take a person for an officer', async () => {
    const late = await officer()
    test.clock.advance({ hours: 1 })
    const ended = await late.get('/office')
    expect(ended.statusCode).toBe(401)
    expect(ended.body).toContain('Your session has ended')
    const person = aVisitor(app, test.platform)
    person.cookies.set('lang', 'en')
    person.cookies.set('diwan-session', (await aSession(test.platform, await aPerson(test.db))).token)
    const turned = await person.get('/office')
    expect(turned.statusCode).toBe(403)
    expect(turned.body).toContain('Officers come in by their own door')
  })

  it('lets an officer out', async () => {
    const warden = await officer()
    const home = await warden.get('/office')
    await warden.submit(home, '/office/sign-out')
    expect((await warden.get('/office')).statusCode).toBe(303)
  })
})

describe('the queue', () => {
  it('shows what waits for a decision, says what is late, and leaves visits to the desk', async () => {
    const [review, visit] = [await aReview(test), await aVisitToCome(test)]
    const warden = await officer()
    const fresh = await warden.get('/office')
    expect(fresh.body).toContain(review.reference)
    expect(fresh.body).not.toContain(visit.reference)
    expect(fresh.body).not.toContain('Overdue')
    test.clock.advance({ days: 3 })
    expect((await (await officer()).get('/office')).body).toContain('Overdue')
  })

  it('leads to the next case that no colleague has, and past the one in hand', async () => {
    const [first, second] = [await aReview(test), await aReview(test)]
    const [warden, colleague] = [await officer(), await officer()]
    const page = await colleague.get(casePath(first))
    await colleague.submit(page, `${casePath(first)}/claim`)
    const after = await warden.get(`/office/next?unit=${unit}&after=${first.id}`)
    expect(after.headers.location).toBe(casePath(second))
    const round = await warden.get(`/office/next?unit=${unit}&after=${second.id}`)
    expect(round.headers.location).not.toBe(casePath(first))
  })

  it('is closed to other units', async () => {
    const other = await officer(['other'])
    const answer = await other.get(`/office?unit=${unit}`)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('not your unit')
  })
})

describe('a case', () => {
  it('shows persons, verdicts and answers, and every look is in their logs', async () => {
    const one = await aReview(test)
    const warden = await officer()
    const page = await warden.get(casePath(one))
    for (const words of [one.reference, one.owner, one.keeper, 'Hand over a lantern', 'SAR', 'East'])
      expect(page.body).toContain(words)
    for (const person of [one.owner, one.keeper])
      expect(await looks(person, 'request.read', warden.name)).toEqual([{ about: one.reference }])
  })

  it('is approved', async () => {
    const one = await aReview(test)
    const warden = await officer()
    const page = await warden.get(casePath(one))
    const done = await warden.submit(page, `${casePath(one)}/decide`, { note: 'All in order.' })
    expect(done.headers.location).toBe(`${casePath(one)}?done=approved`)
    expect(await statusOf(one.reference)).toBe('fulfilled')
    const after = await warden.follow(done)
    expect(after.body).toContain('Approved. The applicant has been told.')
    expect(after.body).toContain('no longer waits')
  })

  it('is not refused without a reason: the error stands at the field', async () => {
    const one = await aReview(test)
    const warden = await officer()
    const token = csrfOf(await warden.get(casePath(one)))
    const answer = await warden.post(`${casePath(one)}/decide`, {
      _csrf: token,
      answer: 'refuse',
      reason: 'no',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/id="f-reason-error"/)
    expect(answer.body).toContain('href="#f-reason"')
    expect(answer.body).toMatch(/<textarea[^>]*>no<\/textarea>/)
    expect(await statusOf(one.reference)).toBe('in-progress')
  })

  it('is refused with a ready reason', async () => {
    const one = await aReview(test)
    const warden = await officer()
    const token = csrfOf(await warden.get(casePath(one)))
    const answer = await warden.post(`${casePath(one)}/decide`, {
      _csrf: token,
      answer: 'refuse',
      code: 'CRACKED',
      reason: '',
    })
    expect((await warden.follow(answer)).body).toContain('Refused. The applicant has been told why.')
    expect(await statusOf(one.reference)).toBe('rejected')
  })

  it('that a colleague decided or holds says so, and stays as it is', async () => {
    const one = await aReview(test)
    const [warden, colleague] = [await officer(), await officer()]
    const page = await warden.get(casePath(one))
    const theirs = await colleague.get(casePath(one))
    await colleague.submit(theirs, `${casePath(one)}/claim`)
    const refused = await warden.submit(page, `${casePath(one)}/decide`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('A colleague is working on this case')
    expect(await statusOf(one.reference)).toBe('in-progress')
    await colleague.submit(theirs, `${casePath(one)}/decide`, {})
    const late = await colleague.post(`${casePath(one)}/decide`, {
      _csrf: csrfOf(theirs),
      answer: 'refuse',
      code: 'CRACKED',
    })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('This case was decided already')
    expect(await statusOf(one.reference)).toBe('fulfilled')
  })

  it('of one’s own or of another unit is refused, and shows nothing of it', async () => {
    const one = await aReview(test)
    const self = await officer([unit], one.keeper)
    const own = await self.get(casePath(one))
    expect(own.statusCode).toBe(403)
    expect(own.body).toContain('You cannot decide this case')
    expect(own.body).not.toContain(one.owner)
    const other = await (await officer(['other'])).get(casePath(one))
    expect(other.statusCode).toBe(403)
    expect(other.body).not.toContain(one.owner)
  })

  it('takes nothing from another site', async () => {
    const one = await aReview(test)
    const warden = await officer()
    await warden.get(casePath(one))
    const forged = await warden.post(`${casePath(one)}/decide`, { answer: 'approve' })
    expect(forged.statusCode).toBe(403)
    expect(await statusOf(one.reference)).toBe('in-progress')
  })

  it('answers an address that is none', async () => {
    const warden = await officer()
    for (const path of ['/office/cases/lantern-wardens/x', '/office/nowhere'])
      expect((await warden.get(path)).statusCode).toBe(404)
  })
})

describe('evidence', () => {
  it('is shown to who may handle the case, and only files of that case', async () => {
    const picture = { width: 8, height: 8, channels: 3 as const, background: '#552200' }
    const bytes = await sharp({ create: picture }).png().toBuffer()
    let file = ''
    const one = await aReview(test, async (owner) => {
      const stored = await storeUpload(test.platform, { owner, name: 'lantern.png', bytes })
      if (!stored.ok) throw new Error(stored.error.en)
      file = stored.value.id
      const { id, name, type, size } = stored.value
      return { picture: { file: id, name, type, bytes: size } }
    })
    const another = await aReview(test)
    const warden = await officer()
    expect((await warden.get(casePath(one))).body).toContain(`src="${casePath(one)}/files/${file}"`)
    const shown = await warden.get(`${casePath(one)}/files/${file}`)
    expect(shown.statusCode).toBe(200)
    expect(shown.headers['x-content-type-options']).toBe('nosniff')
    expect(shown.headers['content-disposition']).toContain('attachment')
    expect(await looks(one.owner, 'file.read', warden.name)).toEqual([{ about: one.reference }])
    expect((await warden.get(`${casePath(another)}/files/${file}`)).statusCode).toBe(404)
    const self = await officer([unit], one.owner)
    expect((await self.get(`${casePath(one)}/files/${file}`)).statusCode).toBe(403)
    const other = await officer(['other'])
    expect((await other.get(`${casePath(one)}/files/${file}`)).statusCode).toBe(403)
  })
})

describe('the appointments desk', () => {
  it('lists the day without names, and confirms who came', async () => {
    const one = await aBookedVisit(test)
    const warden = await officer()
    const list = await warden.get(`/office/desk?unit=${unit}&office=${one.office}&day=${one.day}`)
    expect(list.body).toContain(one.reference)
    expect(list.body).not.toContain(one.owner)
    test.clock.set(`${one.day}T08:00:00Z`)
    const today = await officer()
    const page = await today.get(`${casePath(one)}?office=${one.office}`)
    expect(page.body).toContain('Confirm: The lantern was inspected')
    const done = await today.submit(page, `${casePath(one)}/attend`)
    expect((await today.follow(done)).body).toContain('Attendance is recorded')
    const after = await today.get(`/office/desk?unit=${unit}&office=${one.office}&day=${one.day}`)
    expect(after.body).toContain('Attended')
  })

  it('finds who comes without a booking by number or reference, logs it, and asks for the office', async () => {
    const one = await aVisitToCome(test)
    for (const who of [one.owner, one.reference]) {
      const warden = await officer()
      const desk = await warden.get('/office/desk')
      const found = await warden.submit(desk, '/office/desk/find', { who })
      expect(found.headers.location).toBe(casePath(one))
      expect(await looks(one.owner, 'request.read', warden.name)).toHaveLength(1)
    }
    const warden = await officer()
    const page = await warden.get(casePath(one))
    const nowhere = await warden.submit(page, `${casePath(one)}/attend`)
    expect(nowhere.statusCode).toBe(422)
    expect(nowhere.body).toContain('href="#f-office"')
    const [office] = await test.db.selectFrom('office').select('id').limit(1).execute()
    const done = await warden.submit(page, `${casePath(one)}/attend`, { office: office?.id ?? '' })
    expect(done.statusCode).toBe(303)
    expect((await warden.get('/office')).body).toContain(one.reference)
  })

  it('tells nothing of one’s own request, of nobody’s, and of what is no number', async () => {
    const one = await aVisitToCome(test)
    const self = await officer([unit], one.owner)
    const own = await self.submit(await self.get('/office/desk'), '/office/desk/find', { who: one.reference })
    expect(own.statusCode).toBe(403)
    const warden = await officer()
    const desk = await warden.get('/office/desk')
    const stranger = await aPerson(test.db)
    const none = await warden.submit(desk, '/office/desk/find', { who: stranger })
    expect(none.body).toContain('Nothing waits for this person here')
    expect((await warden.submit(desk, '/office/desk/find', { who: 'x' })).statusCode).toBe(422)
  })
})

describe('operations', () => {
  it('shows a failing job without personal numbers, and tries it again', async () => {
    const person = await aPerson(test.db)
    await enqueue(test.db, { task: 'notices.send', payload: {}, attempts: 1 })
    await test.pool.query('update graphile_worker._private_jobs set attempts = 1, last_error = $1', [
      `no ${person}`,
    ])
    const operator = await officer(['operations'])
    const page = await operator.get('/office/operations')
    expect(page.body).toContain('notices.send')
    expect(page.body).toContain('Given up')
    expect(page.body).not.toContain(person)
    const action = /action="(\/office\/operations\/jobs\/\d+\/retry)"/.exec(page.body)?.[1] ?? ''
    const done = await operator.submit(page, action)
    expect((await operator.follow(done)).body).toContain('It is being tried again')
    expect((await operator.get('/office/operations')).body).not.toContain('Given up')
    await test.pool.query('delete from graphile_worker._private_jobs')
  })

  it('closes a payment’s trouble once, and says so to whose payment it was', async () => {
    const person = await aPerson(test.db)
    const trouble = {
      kind: 'refund-failed',
      payment: 'PAY-77',
      person,
      amount: 5000,
      at: test.clock.now(),
    } as const
    await transact(test.db, (tx) => raiseTrouble(tx, trouble))
    const operator = await officer(['operations'])
    const page = await operator.get('/office/operations')
    expect(page.body).toContain('PAY-77')
    const action = /action="(\/office\/operations\/troubles\/[\w-]+\/close)"/.exec(page.body)?.[1] ?? ''
    await operator.submit(page, action)
    expect((await operator.get('/office/operations')).body).not.toContain('PAY-77')
    expect(await looks(person, 'payment.close-trouble', operator.name)).toEqual([{ about: 'PAY-77' }])
    expect((await operator.submit(page, action)).statusCode).toBe(404)
  })

  it('counts what is late by unit, and checks the audit chain', async () => {
    await aReview(test)
    test.clock.advance({ days: 3 })
    const operator = await officer(['operations'])
    expect((await operator.get('/office/operations')).body).toContain('Wardens of the lanterns')
    expect((await operator.get('/office/operations/chain')).body).toContain('The chain holds')
  })

  it('is for operators alone', async () => {
    const warden = await officer()
    for (const path of ['/office/operations', '/office/operations/chain', '/office/activation'])
      expect((await warden.get(path)).statusCode).toBe(403)
  })
})

const csrfOf = (page: { readonly body: string }): string =>
  /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
