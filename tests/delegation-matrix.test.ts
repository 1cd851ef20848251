import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import { answerDelegation, endDelegation, giveDelegation } from '#platform/authority/delegate.ts'
import { actingUnder } from '#platform/authority/delegation.ts'
import { delegationLog } from '#platform/authority/delegation-log.ts'
import { isDelegable, personPowers, powerOf } from '#platform/authority/power.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { isForEstablishments } from '#platform/catalogue/definition.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { type AnySubjectType, subjectsOf } from '#platform/catalogue/subject.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { findPerson } from '#platform/people/person.ts'
import { castNames } from '#platform/people/synthetic.ts'
import type { Problem } from '#platform/problem.ts'
import { actOnBill, answerApproval, cancelRequest } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { viewParticipation, viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

/** Every definition of the product that is for persons × every kind of delegate: only the power that was given, while it holds. */

const { platform, db, clock } = await testPlatform({ catalogue: await discover() })
const definitions = platform.catalogue.definitions.filter((one) => !isForEstablishments(one))
const services = definitions.filter((one) => one.kind === 'service')
const inquiries = definitions.filter((one) => one.kind === 'inquiry')

const outside = ['without the power', 'not accepted yet', 'revoked', 'of somebody else'] as const

beforeAll(async () => {
  await populate(platform, { persons: 100 })
}, 60_000)

const own = (person: PersonNumber): Principal => ({
  kind: 'person',
  person,
  account: 'activated',
  session: 'matrix',
})

async function ownerOf(type: AnySubjectType | undefined, audience: readonly string[]) {
  for (const name of castNames) {
    const owner = castNumber(name)
    if (!audience.includes(personKind(owner)) || !(await findPerson(db, owner))) continue
    if (!type) return { owner, subject: undefined }
    const [subject] = await subjectsOf(type, { db, clock }, owner)
    if (subject) return { owner, subject: subject.id }
  }
  throw new Error('nobody of the cast')
}

async function activated(person: PersonNumber): Promise<PersonNumber> {
  const known = await db
    .selectFrom('account')
    .select('state')
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!known) await anAccount(platform, person)
  return person
}

/** A new delegate of a person, in these powers; they say yes unless told otherwise. */
async function delegateOf(owner: PersonNumber, powers: readonly string[], accept = true) {
  const delegate = await activated(await aPerson(db))
  await activated(owner)
  await db.deleteFrom('throttle').execute()
  await db.updateTable('delegation').set({ state: 'revoked' }).where('principal_id', '=', owner).execute()
  const given = await giveDelegation(platform, own(owner), { delegate, powers, months: 1 })
  if (!given.ok) throw new Error(JSON.stringify(given.error))
  const id = given.value
  if (accept) await answerDelegation(platform, own(delegate), { id, accept: true })
  return { id, delegate, principal: () => acting(delegate, id) }
}

async function acting(delegate: PersonNumber, id: string): Promise<Principal> {
  const actingFor = await actingUnder(platform, delegate, id)
  if (!actingFor) throw new Error('no delegation')
  return { kind: 'person', person: delegate, account: 'activated', session: 'matrix', actingFor }
}

async function outsider(which: (typeof outside)[number], owner: PersonNumber, power: string) {
  const list = personPowers(platform.catalogue).map((one) => one.name)
  if (which === 'without the power')
    return (
      await delegateOf(
        owner,
        list.filter((one) => one !== power),
      )
    ).principal()
  const covered = list.includes(power) ? [power] : list
  if (which === 'not accepted yet') return (await delegateOf(owner, covered, false)).principal()
  if (which === 'of somebody else')
    return (await delegateOf(await aPerson(db, { kind: personKind(owner) }), covered)).principal()
  const it = await delegateOf(owner, covered)
  await endDelegation(platform, own(owner), it.id)
  return it.principal()
}

const kept = [
  'request',
  'request_event',
  'bill',
  'notice',
  'booking',
  'audit_event',
  'delegation_event',
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
  if (!outcome.ok) expect([403, 404], what).toContain(outcome.error.status)
  expect(await everything(), `${what} wrote something`).toEqual(before)
}

describe.each(services.map((one) => [one.slug, one] as const))('%s', (slug, service) => {
  let owner: PersonNumber
  let subject: string
  let reference: string

  beforeAll(async () => {
    const found = await ownerOf(service.subject, service.audience)
    owner = found.owner
    subject = found.subject ?? ''
    const draft = await startDraft(platform, own(owner), { service: slug, subject, key: `own-${slug}` })
    if (!draft.ok) throw new Error(draft.error.code)
    reference = draft.value.reference
  })

  const actsOf = (principal: Principal, self: boolean): Readonly<Record<string, () => Promise<Outcome>>> => ({
    ...(self
      ? {}
      : { start: () => startDraft(platform, principal, { service: slug, subject, key: 'other' }) }),
    view: () => viewRequest(platform, principal, reference),
    answer: () =>
      saveAnswers(platform, principal, { reference, fields: Object.keys(service.form.fields), raw: {} }),
    send: () => submit(platform, principal, reference),
    cancel: () => cancelRequest(platform, principal, reference),
    book: () =>
      bookAppointment(platform, principal, {
        reference,
        office: 'riyadh-passports',
        section: 'all',
        day: '2026-11-24' as never,
        time: '09:00',
      }),
    pay: () => actOnBill(platform, principal, '01900000-0000-7000-8000-000000000000'),
    agree: () => answerApproval(platform, principal, { reference, step: 'any', accept: true }),
    'look as a party': () => viewParticipation(platform, principal, reference),
  })

  it.each(outside)('lets a delegate %s do nothing', async (which) => {
    const principal = await outsider(which, owner, powerOf(service))
    // Whoever holds the power for somebody else may start theirs.
    const theirs = which === 'of somebody else' && isDelegable(service)
    for (const [name, act] of Object.entries(actsOf(principal, theirs)))
      await refused(act, `${which}: ${name}`)
  })

  if (isDelegable(service))
    it('lets a delegate with the power begin, and writes both down', async () => {
      const { id, delegate, principal } = await delegateOf(owner, [powerOf(service)])
      const done = await startDraft(platform, await principal(), {
        service: slug,
        subject,
        key: `for-${slug}`,
      })
      if (!done.ok) throw new Error(done.error.code)
      expect(done.value.person_id).toBe(owner)
      const view = await viewRequest(platform, own(owner), done.value.reference)
      expect(view.ok && view.value.timeline[0]?.by).toMatchObject({ person: delegate, for: owner })
      expect((await delegationLog(db, owner, id))[0]).toMatchObject({
        type: 'request.start',
        about: done.value.reference,
      })
      const [entry] = await db
        .selectFrom('audit_event')
        .select(['actor_person', 'acting_for', 'ground'])
        .where('person_id', '=', owner)
        .where('about', '=', done.value.reference)
        .execute()
      expect(entry).toEqual({ actor_person: delegate, acting_for: owner, ground: 'delegate' })
      await refused(
        async () => answerApproval(platform, await principal(), { reference, step: 'any', accept: true }),
        'agreeing for somebody',
      )
    })
})

describe.each(inquiries.map((one) => [one.slug, one] as const))('%s', (_slug, inquiry) => {
  const signedIn = inquiry.access === 'signed-in'

  it.each(outside.filter((one) => one !== 'of somebody else'))(
    'tells a delegate %s nothing of whom they act for',
    async (which) => {
      const { owner, subject } = await ownerOf(inquiry.subject, inquiry.audience)
      const principal = await outsider(which, owner, powerOf(inquiry))
      const question = { raw: {}, ...(subject ? { subject } : {}) }
      if (signedIn) return refused(() => ask(platform, principal, inquiry, question), which)
      // Anyone may ask a public inquiry; it does not answer about the person behind the delegate.
      const before = await everything()
      const asked = await ask(platform, principal, inquiry, question)
      expect(asked).toEqual(await ask(platform, anonymous, inquiry, question))
      expect(await everything()).toEqual(before)
    },
  )
})
