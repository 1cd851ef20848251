import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { personKind } from '#kernel/person-number.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { isForEstablishments } from '#platform/catalogue/definition.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { type AnySubjectType, subjectsOf } from '#platform/catalogue/subject.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { findPerson } from '#platform/people/person.ts'
import { castNames } from '#platform/people/synthetic.ts'
import { tieParent } from '#platform/people/write.ts'
import type { Problem } from '#platform/problem.ts'
import { answerApproval, cancelRequest } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { claimCase, confirmAttendance, decide } from '#platform/requests/office.ts'
import { viewOfficeCase, viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

/**
 * Every definition of the product that is for persons × every kind of principal: who is not meant gets nothing,
 * and writes nothing. Those of establishments: `workspace-matrix.test.ts`.
 */

const { platform, db, clock } = await testPlatform({ catalogue: await discover() })
const definitions = platform.catalogue.definitions.filter((one) => !isForEstablishments(one))
const services = definitions.filter((one) => one.kind === 'service')
const inquiries = definitions.filter((one) => one.kind === 'inquiry')

const outsiders = [
  'anonymous',
  'stranger',
  'registered, not activated',
  'guardian of somebody else',
  'guardian of the owner',
  'counterparty',
  'officer of the wrong unit',
  'partner',
] as const
type Outsider = (typeof outsiders)[number]

const person = (of: PersonNumber, account: 'activated' | 'registered' = 'activated'): Principal => ({
  kind: 'person',
  person: of,
  account,
  session: 'matrix',
})

beforeAll(async () => {
  await populate(platform, { persons: 100 })
}, 60_000)

/** Somebody of the cast who may use it and has something to use it for. */
async function ownerOf(type: AnySubjectType, audience: readonly string[]) {
  for (const name of castNames) {
    const owner = castNumber(name)
    if (!audience.includes(personKind(owner)) || !(await findPerson(db, owner))) continue
    const [subject] = await subjectsOf(type, { db, clock }, owner)
    if (subject) return { owner, subject }
  }
  throw new Error(`nobody of the cast has a ${type.kind}`)
}

const likeThe = (owner: PersonNumber) => aPerson(db, { kind: personKind(owner) })

/** The principals of a row of the matrix, about one owner. */
async function principalsAround(owner: PersonNumber): Promise<Record<Outsider, Principal>> {
  const [stranger, guardian, parent, counterparty, officer, somebodysChild] = await Promise.all([
    likeThe(owner),
    likeThe(owner),
    likeThe(owner),
    likeThe(owner),
    likeThe(owner),
    likeThe(owner),
  ])
  await tieParent(db, { child: somebodysChild, parent: guardian, as: 'father', guardian: true })
  await tieParent(db, { child: owner, parent, as: 'father', guardian: true })
  return {
    anonymous,
    stranger: person(stranger),
    'registered, not activated': person(owner, 'registered'),
    'guardian of somebody else': person(guardian),
    'guardian of the owner': person(parent),
    counterparty: person(counterparty),
    'officer of the wrong unit': {
      kind: 'officer',
      person: officer,
      officer: 'OF-9999',
      units: ['somewhere-else'],
      session: 'matrix',
    },
    partner: { kind: 'partner', client: 'some-bank', scopes: ['activations:write', 'violations:write'] },
  }
}

const kept = [
  'request',
  'request_event',
  'request_reference',
  'participation',
  'open_subject',
  'office_case',
  'bill',
  'payment',
  'ledger_entry',
  'notice',
  'booking',
  'issued_document',
  'delivery',
  'file',
  'audit_event',
] as const

/** Everything that an act could leave behind: so many rows of each table, and every request as it stands. */
async function everything(): Promise<unknown> {
  const counts = sql.join(
    kept.map((table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`),
  )
  const { rows } = await sql`
    select ${counts},
      (select count(*)::int from graphile_worker.jobs) as jobs,
      (select md5(coalesce(string_agg(r::text, '' order by r.id), '')) from request r) as requests,
      (select md5(coalesce(string_agg(c::text, '' order by c.id), '')) from office_case c) as cases
  `.execute(db)
  return rows[0]
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

/** Refused because of who asks, and nothing is written. */
async function refused(act: () => Promise<Outcome>, what: string): Promise<void> {
  const before = await everything()
  const outcome = await act()
  expect(outcome.ok, `${what} was let in`).toBe(false)
  if (!outcome.ok) expect([401, 403, 404], what).toContain(outcome.error.status)
  expect(await everything(), `${what} wrote something`).toEqual(before)
}

describe.each(services.map((one) => [one.slug, one] as const))('%s', (slug, service) => {
  let owner: PersonNumber
  let subject: string
  let reference: string
  let around: Record<Outsider, Principal>
  /** Everybody has one under this name, each their own: starting is no intrusion. */
  let ownToo: boolean
  const cases: { unit: string; id: string; step: string; kind: 'review' | 'appointment' }[] = []

  beforeAll(async () => {
    const found = await ownerOf(service.subject, service.audience)
    owner = found.owner
    subject = found.subject.id
    around = await principalsAround(owner)
    const others = await subjectsOf(service.subject, { db, clock }, await likeThe(owner))
    ownToo = others.some((one) => one.id === subject && one.person !== found.subject.person)
    const draft = await startDraft(platform, person(owner), { service: slug, subject, key: slug })
    if (!draft.ok) throw new Error(`the owner is not let in: ${draft.error.code}`)
    reference = draft.value.reference
    for (const step of service.steps) {
      if (step.kind !== 'review' && step.kind !== 'appointment') continue
      const row = await db
        .insertInto('office_case')
        .values({
          unit: step.unit,
          applicant: owner,
          request_id: draft.value.id,
          reference,
          service: slug,
          version: service.version,
          step: step.id,
          state: 'open',
          label: JSON.stringify(found.subject.label),
          claimed_by: null,
          created_at: clock.now(),
          due_at: clock.now(),
          closed_at: null,
        })
        .returning(['unit', 'id', 'step'])
        .executeTakeFirstOrThrow()
      cases.push({ ...row, kind: step.kind })
    }
    const party = around.counterparty
    if (service.parties && Object.keys(service.parties).length && party.kind === 'person')
      await db
        .insertInto('participation')
        .values({
          person_id: party.person,
          request_id: draft.value.id,
          applicant: owner,
          role: Object.keys(service.parties)[0] ?? '',
          reference,
          service: slug,
          version: service.version,
          waits_for: null,
          status: 'draft',
          label: JSON.stringify(found.subject.label),
          shows: JSON.stringify([]),
          due_at: null,
          updated_at: clock.now(),
        })
        .execute()
  })

  it.each(outsiders)('lets %s do nothing', async (who) => {
    const principal = around[who]
    const acts: Readonly<Record<string, () => Promise<Outcome>>> = {
      ...(ownToo && principal.kind === 'person' && principal.account === 'activated'
        ? {}
        : { start: () => startDraft(platform, principal, { service: slug, subject, key: 'other' }) }),
      // One's own request stays one's own to read while the account is not activated.
      ...(who === 'registered, not activated'
        ? {}
        : { view: () => viewRequest(platform, principal, reference) }),
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
      ...Object.fromEntries(
        service.steps
          .filter((step) => step.kind === 'approval' && who !== 'counterparty')
          .map(({ id }) => [
            `answer ${id}`,
            () => answerApproval(platform, principal, { reference, step: id, accept: true }),
          ]),
      ),
      ...Object.fromEntries(
        cases.flatMap(({ unit, id, step, kind }): [string, () => Promise<Outcome>][] => [
          [`look at ${step}`, () => viewOfficeCase(platform, principal, { unit, id })],
          [`claim ${step}`, () => claimCase(platform, principal, { unit, id }, true)],
          [
            `decide ${step}`,
            kind === 'review'
              ? () => decide(platform, principal, { unit, id }, { approve: true, reason: 'because I say so' })
              : () =>
                  confirmAttendance(platform, principal, { unit, id }, { office: { ar: 'هنا', en: 'here' } }),
          ],
        ]),
      ),
    }
    for (const [name, act] of Object.entries(acts)) await refused(act, `${who}: ${name}`)
  })

  it('does not let its applicant be the officer', async () => {
    for (const { unit, id, kind } of cases) {
      const asOfficer: Principal = {
        kind: 'officer',
        person: owner,
        officer: 'OF-1',
        units: [unit],
        session: 's',
      }
      const act =
        kind === 'review'
          ? () => decide(platform, asOfficer, { unit, id }, { approve: true, reason: 'for myself' })
          : () => confirmAttendance(platform, asOfficer, { unit, id }, { office: { ar: 'هنا', en: 'here' } })
      await refused(act, 'the applicant as officer')
    }
  })

  it('lets the owner in, and never with a subject that is not theirs', async () => {
    expect((await viewRequest(platform, person(owner), reference)).ok).toBe(true)
    const again = await startDraft(platform, person(owner), { service: slug, subject, key: slug })
    expect(again).toMatchObject({ ok: true, value: { reference } })
    await refused(
      () => startDraft(platform, person(owner), { service: slug, subject: 'nobody’s', key: 'not-mine' }),
      'the owner with another’s subject',
    )
    expect((await cancelRequest(platform, person(owner), reference)).ok).toBe(true)
  })
})

describe.each(inquiries.map((one) => [one.slug, one] as const))('%s', (_slug, inquiry) => {
  if (inquiry.access === 'public')
    it('is anybody’s to ask, and writes nothing', async () => {
      const before = await everything()
      const outcome = await ask(platform, anonymous, inquiry, { raw: {} })
      if (!outcome.ok) expect(outcome.error.status).toBe(422)
      expect(await everything()).toEqual(before)
    })
  else {
    it.each(['anonymous', 'registered, not activated', 'officer of the wrong unit', 'partner'] as const)(
      'answers %s nothing',
      async (who) => {
        const around = await principalsAround(castNumber('parent'))
        await refused(() => ask(platform, around[who], inquiry, { raw: {} }), who)
      },
    )

    it('answers its owner, and a stranger nothing about them', async () => {
      if (!inquiry.subject) {
        const outcome = await ask(platform, person(castNumber('driver')), inquiry, { raw: {} })
        if (!outcome.ok) expect(outcome.error.status).toBe(422)
        return
      }
      const { owner, subject } = await ownerOf(inquiry.subject, inquiry.audience)
      expect((await ask(platform, person(owner), inquiry, { raw: {}, subject: subject.id })).ok).toBe(true)
      const stranger = person(await likeThe(owner))
      if (subject.id === 'self') {
        const own = await ask(platform, stranger, inquiry, { raw: {}, subject: subject.id })
        expect(own.ok && own.value.subject?.person).not.toBe(owner)
      } else
        await refused(() => ask(platform, stranger, inquiry, { raw: {}, subject: subject.id }), 'stranger')
    })
  }
})

it('covers every definition there is', () => {
  const procedures = definitions.filter((one) => one.kind === 'procedure')
  expect(services.length + inquiries.length + procedures.length).toBe(definitions.length)
  expect(services.length).toBeGreaterThan(5)
  expect(inquiries.length).toBeGreaterThan(10)
})
