import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { aDelegate, aFirm, anAccountHolder, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { answerOf, asPerson, inboxOf, send, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { aLine, anOperator, aTelecomAccount } from '#tests/support/telecom.ts'
import { authenticatedBy, findLine, linesOf, linesUsedBy } from './registry/lines.ts'

const { asked, desk, provider } = anOperator()
let test: TestPlatform
let firm: Firm
let person: PersonNumber
let by: PersonPrincipal

beforeAll(async () => {
  test = await testPlatform({ integrations: { operator: provider } })
})
beforeEach(async () => {
  firm = await aFirm(test)
  await aTelecomAccount(test, firm)
  person = await anAccountHolder(test)
  await enrol(person)
  by = await lineDelegate()
})

const lineDelegate = async () =>
  (
    await aDelegate(test, firm, { kind: 'sim-authentication', powers: ['lines.authenticate'], person })
  ).principal()

const enrol = (whose: PersonNumber) =>
  test.db
    .insertInto('biometric_status')
    .values({
      person_id: whose,
      status: 'UPDATED',
      place_ar: 'الرياض',
      place_en: 'Riyadh',
      enrolled_on: day('2025-01-01'),
      template_id: '1'.repeat(32),
      changed_at: test.clock.now(),
    })
    .execute()

const service = 'authenticate-establishment-lines'
const authenticate = (subject: string, user: PersonNumber, as = by) => ({
  service,
  by: as,
  subject,
  answers: { user },
})

describe('authenticating a line', () => {
  it('takes the consent of its actual user, who then sees it, and counts for the delegate', async () => {
    const line = await aLine(test, firm)
    const user = await anAccountHolder(test)
    const sent = await send(test, authenticate(line.id, user))
    expect(await findLine(test.db, firm.id, line.id)).toMatchObject({ user: undefined })
    await sent.approve(user)
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await findLine(test.db, firm.id, line.id)).toMatchObject({ user })
    expect(await linesUsedBy(test.db, user)).toMatchObject([
      { establishment_id: firm.id, number: line.number },
    ])
    expect(await authenticatedBy(test.db, person)).toBe(1)
    for (const told of [firm.owner, person, user])
      expect((await inboxOf(test, told)).join()).toContain('is authenticated for its actual user')
  })

  it('writes nothing when the user refuses or does not answer', async () => {
    const line = await aLine(test, firm)
    const user = await anAccountHolder(test)
    await (await send(test, authenticate(line.id, user))).refuse(user)
    const silent = await send(test, authenticate(line.id, user))
    await silent.lapse()
    test.clock.set('2026-11-23T08:00:00Z')
    expect(await findLine(test.db, firm.id, line.id)).toMatchObject({ user: undefined })
    expect(await authenticatedBy(test.db, person)).toBe(0)
  })

  it('asks for the delegate’s own fingerprints, and for a line that is not authenticated yet', async () => {
    const bare = await aDelegate(test, firm, { kind: 'sim-authentication', powers: ['lines.authenticate'] })
    const line = await aLine(test, firm)
    const unmet = (as: PersonPrincipal, subject = line.id) =>
      unmetAtOpening(test, { service, by: as, subject })
    expect(Object.keys(await unmet(await bare.principal()))).toEqual(['fingerprint-enrolled'])
    const used = await aLine(test, firm, { person: await anAccountHolder(test), by: firm.owner })
    expect(Object.keys(await unmet(by, used.id))).toEqual(['telecom-line-open'])
  })

  it('stops at ten lines a delegate, whatever the establishment, also when two consents come at once', async () => {
    await test.db.insertInto('telecom_authenticator').values({ person_id: person, lines: 9 }).execute()
    const lines = [await aLine(test, firm), await aLine(test, firm)]
    const users = [await anAccountHolder(test), await anAccountHolder(test)]
    const sent = await Promise.all(
      lines.map((line, at) => send(test, authenticate(line.id, users[at] ?? person))),
    )
    await Promise.all(
      sent.map(({ reference }, at) =>
        answerApproval(test.platform, asPerson(users[at] ?? person), {
          reference,
          step: 'consent',
          accept: true,
        }),
      ),
    )
    const ends = await Promise.all(sent.map(async (one) => (await one.state()).status))
    expect(ends.sort()).toEqual(['fulfilled', 'rejected'])
    expect(await authenticatedBy(test.db, person)).toBe(10)
    expect((await linesOf(test.db, firm.id)).filter((one) => one.user)).toHaveLength(1)
    const elsewhere = await aFirm(test)
    const there = await aLine(test, elsewhere)
    const again = await aDelegate(test, elsewhere, { powers: ['lines.authenticate'], person })
    const unmet = await unmetAtOpening(test, { service, by: await again.principal(), subject: there.id })
    expect(Object.keys(unmet)).toEqual(['telecom-lines-left'])
  })

  it('gives its delegate nothing over bills, and nobody else the lines', async () => {
    await expect(answerOf(test, by, 'establishment-bills')).rejects.toThrow('not-in-your-powers')
    const line = await aLine(test, firm)
    const accountant = await (
      await aDelegate(test, firm, { powers: ['bills.read', 'bills.pay'] })
    ).principal()
    const user = await anAccountHolder(test)
    expect(await trySend(test, authenticate(line.id, user, accountant))).toMatchObject({
      error: { code: 'not-in-your-powers' },
    })
    const theirs = await aLine(test, await aFirm(test))
    expect(await trySend(test, authenticate(theirs.id, user))).toMatchObject({
      error: { code: 'not-authorised' },
    })
    expect(await trySend(test, authenticate(line.id, person))).toMatchObject({
      error: { fields: { user: {} } },
    })
  })
})

describe('fingerprints behind the lines', () => {
  it('are a delegate’s own to see', async () => {
    const own = await aDelegate(test, firm, { powers: ['fingerprint.self.read'], person })
    expect(await answerOf(test, await own.principal(), 'delegate-fingerprint')).toMatchObject([
      { code: 'UPDATED' },
    ])
    const bare = await aDelegate(test, firm, { powers: ['fingerprint.self.read'] })
    expect(await answerOf(test, await bare.principal(), 'delegate-fingerprint')).toMatchObject([
      { code: 'NOT_UPDATED' },
    ])
  })

  it('of the actual users are seen with masked numbers, and each user sees who looked', async () => {
    const user = await anAccountHolder(test)
    await enrol(user)
    await aLine(test, firm, { person: user, by: person })
    const reader = await aDelegate(test, firm, { powers: ['fingerprint.users.read'] })
    const answer = await answerOf(test, await reader.principal(), 'line-users-fingerprints')
    expect(answer).toMatchObject([
      {
        rows: [
          { user: { value: maskPersonNumber(user) }, status: { text: { en: 'Fingerprints up to date' } } },
        ],
      },
    ])
    expect(JSON.stringify(answer)).not.toContain(user)
    const [entry] = await accessLog(test.db, user)
    expect(entry).toMatchObject({
      ground: 'establishment',
      about: 'line-users-fingerprints',
      who: { for: { en: 'Oasis Bakery' } },
      title: { en: 'Made an inquiry about you' },
    })
  })
})

describe('representing the establishment before the operator', () => {
  const ask = async (count: string, powers = ['operator.represent']) => ({
    service: 'add-business-lines',
    by: await (await aDelegate(test, firm, { kind: 'signatory', powers })).principal(),
    answers: { count },
  })

  it('adds the lines whose numbers the operator answers', async () => {
    desk.answer = { kind: 'done', facts: { numbers: '0529700001 0529700002' } }
    const sent = await send(test, await ask('2'))
    expect(asked.at(-1)).toMatchObject({ operation: 'add-lines', data: { count: 2 } })
    expect((await sent.state()).status).toBe('fulfilled')
    expect((await linesOf(test.db, firm.id)).map((one) => [one.number, one.user])).toEqual([
      ['+966529700001', undefined],
      ['+966529700002', undefined],
    ])
  })

  it('adds none when the answer is no such numbers, or those of somebody’s', async () => {
    const taken = await aLine(test, await aFirm(test))
    for (const numbers of ['0529700003', 'none at all', `0529700004 ${taken.number}`]) {
      desk.answer = { kind: 'done', facts: { numbers } }
      const sent = await send(test, await ask('2'))
      expect((await sent.state()).status, numbers).toBe('rejected')
    }
    expect(await linesOf(test.db, firm.id)).toEqual([])
    expect(await trySend(test, await ask('1', ['lines.authenticate']))).toMatchObject({
      error: { code: 'not-in-your-powers' },
    })
  })
})
