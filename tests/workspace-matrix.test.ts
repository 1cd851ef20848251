import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { answerDelegation, endDelegation, giveDelegation } from '#platform/authority/delegate.ts'
import { actingUnder } from '#platform/authority/delegation.ts'
import { logOfHolder } from '#platform/authority/delegation-log.ts'
import { personPowers, powerOf } from '#platform/authority/power.ts'
import { anonymous, type PersonPrincipal, type Principal } from '#platform/authority/principal.ts'
import { isForEstablishments } from '#platform/catalogue/definition.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { establishmentPowers, ownerAlone } from '#platform/catalogue/power.ts'
import { type AnySubjectType, subjectsOf } from '#platform/catalogue/subject.ts'
import { ask } from '#platform/inquiries/ask.ts'
import type { Problem } from '#platform/problem.ts'
import { actOnBill, answerApproval, cancelRequest } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { openService } from '#platform/requests/open.ts'
import { viewParticipation, viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { castNumber } from '#population/cast.ts'
import { castEstablishmentNumber } from '#population/numbers.ts'
import { populate } from '#population/populate.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner, atWork, type Firm } from './support/business.ts'
import { testPlatform } from './support/database.ts'
import { aPerson } from './support/people.ts'
import { asPerson } from './support/service.ts'

/**
 * Every definition of the product that is for establishments × every kind of principal: an owner in the workspace,
 * delegates in their very power while it holds, and nobody else.
 */

const test = await testPlatform({ catalogue: await discover() })
const { platform, db, clock } = test
const { definitions } = platform.catalogue
const theirs = definitions.filter(isForEstablishments)
const services = theirs.filter((one) => one.kind === 'service')
const inquiries = theirs.filter((one) => one.kind === 'inquiry')
const grantable = [...establishmentPowers].filter((one) => one !== ownerAlone)
const kinds = ['manager', 'my-business', 'signatory', 'sim-authentication'] as const

const firm: Firm = { id: castEstablishmentNumber, owner: castNumber('merchant') }

beforeAll(async () => {
  await populate(platform, { persons: 100 })
}, 60_000)

const outsiders = [
  'anonymous',
  'a stranger',
  'the owner outside the workspace',
  'the owner, not activated',
  'a delegate of the owner as a person, in everything',
  'the owner of another establishment',
  'a delegate of another establishment, in everything',
  'a manager without the power',
  'a My Business delegate without the power',
  'a signatory without the power',
  'a SIM-authentication delegate without the power',
  'a manager whose time has not begun',
  'a manager whose time is over',
  'a manager who was revoked',
  'an officer',
  'a partner',
] as const
type Outsider = (typeof outsiders)[number]

async function outsider(which: Outsider, power: string): Promise<Principal> {
  const without = grantable.filter((one) => one !== power)
  const covered = power === ownerAlone ? grantable : [power]
  const today = dayOf(clock.now())
  switch (which) {
    case 'anonymous':
      return anonymous
    case 'a stranger':
      return asPerson(await anAccountHolder(test))
    case 'the owner outside the workspace':
      return asPerson(firm.owner)
    case 'the owner, not activated':
      return { ...(await asOwner(test, firm)), account: 'registered' }
    case 'a delegate of the owner as a person, in everything':
      return personal()
    case 'the owner of another establishment':
      return asOwner(test, await aFirm(test))
    case 'a delegate of another establishment, in everything':
      return (await aDelegate(test, await aFirm(test), { powers: grantable })).principal()
    case 'a manager without the power':
      return (await aDelegate(test, firm, { kind: 'manager', powers: without })).principal()
    case 'a My Business delegate without the power':
      return (await aDelegate(test, firm, { kind: 'my-business', powers: without })).principal()
    case 'a signatory without the power':
      return (await aDelegate(test, firm, { kind: 'signatory', powers: without })).principal()
    case 'a SIM-authentication delegate without the power':
      return (await aDelegate(test, firm, { kind: 'sim-authentication', powers: without })).principal()
    case 'a manager whose time has not begun':
      return (
        await aDelegate(test, firm, {
          kind: 'manager',
          powers: covered,
          from: addDays(today, 1),
          until: addMonths(today, 1),
        })
      ).principal()
    case 'a manager whose time is over':
      return (
        await aDelegate(test, firm, { kind: 'manager', powers: covered, until: addDays(today, -1) })
      ).principal()
    case 'a manager who was revoked': {
      const manager = await aDelegate(test, firm, { kind: 'manager', powers: covered })
      await endDelegation(platform, asPerson(firm.owner), manager.id)
      return manager.principal()
    }
    case 'an officer':
      return {
        kind: 'officer',
        person: await aPerson(db),
        officer: 'OF-9999',
        units: ['business-services'],
        session: 'matrix',
      }
    case 'a partner':
      return { kind: 'partner', client: 'some-bank', scopes: ['activations:write', 'violations:write'] }
  }
}

/** Somebody who may do for the owner, as a person, everything that a person can be trusted with. */
async function personal(): Promise<PersonPrincipal> {
  const delegate = await anAccountHolder(test)
  await db.deleteFrom('throttle').execute()
  await db
    .updateTable('delegation')
    .set({ state: 'revoked' })
    .where('principal_id', '=', firm.owner)
    .execute()
  const powers = personPowers(platform.catalogue).map((one) => one.name)
  const given = await giveDelegation(platform, asPerson(firm.owner), { delegate, powers, months: 1 })
  if (!given.ok) throw new Error(JSON.stringify(given.error))
  await answerDelegation(platform, asPerson(delegate), { id: given.value, accept: true })
  const actingFor = await actingUnder(platform, delegate, given.value)
  if (!actingFor) throw new Error('no delegation')
  return { ...asPerson(delegate), actingFor }
}

const kept = [
  'request',
  'request_event',
  'bill',
  'notice',
  'booking',
  'audit_event',
  'delegation_event',
  'participation',
] as const

async function everything(): Promise<unknown> {
  const counts = sql.join(
    kept.map((table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`),
  )
  const { rows } = await sql`
    select ${counts}, (select md5(coalesce(string_agg(r::text, '' order by r.id), '')) from request r) as requests
  `.execute(db)
  return rows[0]
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

async function refused(act: () => Promise<Outcome>, what: string): Promise<void> {
  const before = await everything()
  const outcome = await act()
  expect(outcome.ok, `${what} was let in`).toBe(false)
  if (!outcome.ok) expect([401, 403, 404], what).toContain(outcome.error.status)
  expect(await everything(), `${what} wrote something`).toEqual(before)
}

async function subjectOf(type: AnySubjectType | undefined): Promise<string> {
  const [subject] = type ? await subjectsOf(type, platform, firm.id) : []
  if (!subject) throw new Error(`the establishment of the cast has no ${type?.kind}`)
  return subject.id
}

describe.each(services.map((one) => [one.slug, one] as const))('%s', (slug, service) => {
  let subject: string
  let reference: string

  beforeAll(async () => {
    subject = await subjectOf(service.subject)
    const draft = await startDraft(platform, await asOwner(test, firm), { service: slug, subject, key: slug })
    if (!draft.ok) throw new Error(`the owner is not let in: ${draft.error.code}`)
    reference = draft.value.reference
  })

  it.each(outsiders)('lets %s do nothing', async (who) => {
    const by = await outsider(who, powerOf(service))
    const acts: Readonly<Record<string, () => Promise<Outcome>>> = {
      start: () => startDraft(platform, by, { service: slug, subject, key: 'other' }),
      view: () => viewRequest(platform, by, reference),
      answer: () =>
        saveAnswers(platform, by, { reference, fields: Object.keys(service.form.fields), raw: {} }),
      send: () => submit(platform, by, reference),
      cancel: () => cancelRequest(platform, by, reference),
      book: () =>
        bookAppointment(platform, by, {
          reference,
          office: 'riyadh-passports',
          section: 'all',
          day: '2026-11-24' as never,
          time: '09:00',
        }),
      agree: () => answerApproval(platform, by, { reference, step: 'any', accept: true }),
      'look as a party': () => viewParticipation(platform, by, reference),
      ...(by.kind === 'person' && by.actingFor
        ? { pay: () => actOnBill(platform, by, '01900000-0000-7000-8000-000000000000') }
        : {}),
    }
    for (const [name, act] of Object.entries(acts)) await refused(act, `${who}: ${name}`)
    const opened = await openService(platform, by, service, subject)
    expect(opened.ok ? opened.value.problem : opened.error, `${who} opens it`).toBeDefined()
  })

  it('lets the owner in, for the establishment and never for themselves', async () => {
    const owner = await asOwner(test, firm)
    const done = await startDraft(platform, owner, { service: slug, subject, key: slug })
    expect(done).toMatchObject({ ok: true, value: { reference, person_id: firm.id } })
    await refused(() => viewRequest(platform, asPerson(firm.owner), reference), 'the owner as a person')
    expect(await noted(firm.owner, reference)).toEqual([
      { actor_person: firm.owner, acting_for: firm.id, ground: 'owner' },
    ])
  })

  if (powerOf(service) !== ownerAlone)
    it.each(kinds)('lets a %s with the power begin, and writes both down', async (kind) => {
      const delegate = await aDelegate(test, firm, { kind, powers: [powerOf(service)] })
      const by = await delegate.principal()
      const done = await startDraft(platform, by, { service: slug, subject, key: `${kind}-${slug}` })
      if (!done.ok) throw new Error(done.error.code)
      const { reference: theirs, person_id } = done.value
      expect(person_id).toBe(firm.id)
      const view = await viewRequest(platform, await asOwner(test, firm), theirs)
      expect(view.ok && view.value.timeline[0]?.by).toMatchObject({ person: delegate.person, for: firm.id })
      expect((await logOfHolder(db, firm.id, { limit: 1 }))[0]).toMatchObject({
        type: 'request.start',
        about: theirs,
      })
      expect(await noted(firm.owner, theirs)).toEqual([
        { actor_person: delegate.person, acting_for: firm.id, ground: 'delegate' },
      ])
      await endDelegation(platform, asPerson(firm.owner), delegate.id)
      const after = await atWork(test, delegate.person, delegate.id)
      await refused(() => submit(platform, after, theirs), 'once it is revoked')
      // Also who came with a right that was good a moment ago.
      await refused(() => cancelRequest(platform, by, theirs), 'with a right of a moment ago')
    })
})

describe.each(inquiries.map((one) => [one.slug, one] as const))('%s', (_slug, inquiry) => {
  it.each(outsiders)('answers %s nothing', async (who) => {
    const by = await outsider(who, powerOf(inquiry))
    const subject = await subjectOf(inquiry.subject)
    await refused(() => ask(platform, by, inquiry, { raw: {}, subject }), who)
  })

  it('answers the owner, and those with the power, who are noted', async () => {
    const subject = await subjectOf(inquiry.subject)
    const asked = await ask(platform, await asOwner(test, firm), inquiry, { raw: {}, subject })
    expect(asked.ok).toBe(true)
    if (powerOf(inquiry) === ownerAlone) return
    for (const kind of kinds) {
      const delegate = await aDelegate(test, firm, { kind, powers: [powerOf(inquiry)] })
      const answered = await ask(platform, await delegate.principal(), inquiry, { raw: {}, subject })
      expect(answered.ok, kind).toBe(true)
      expect((await logOfHolder(db, firm.id, { limit: 1 }))[0]).toMatchObject({
        type: 'inquiry.read',
        about: inquiry.slug,
      })
    }
  })
})

const noted = (person: PersonNumber, about: string) =>
  db
    .selectFrom('audit_event')
    .select(['actor_person', 'acting_for', 'ground'])
    .where('person_id', '=', person)
    .where('about', '=', about)
    .where('action', '=', 'request.start')
    .execute()
it('has each power that can be granted asked by something', () => {
  const asked = new Set(theirs.flatMap((one) => (one.kind === 'procedure' ? [] : [powerOf(one)])))
  expect([...establishmentPowers].filter((one) => !asked.has(one))).toEqual([])
})
