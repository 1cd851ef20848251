import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, startOfDay } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import { giveViewing, possibleViewers } from '#platform/authority/give-viewing.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { mayView } from '#platform/authority/viewing.ts'
import { isForEstablishments, isMeantFor } from '#platform/catalogue/definition.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { type AnySubjectType, type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { parentsOf } from '#platform/people/family.ts'
import { courtMatters, type Matter } from '#platform/people/matter.ts'
import { findPerson } from '#platform/people/person.ts'
import { castNames } from '#platform/people/synthetic.ts'
import { enterEmployment, tieParent } from '#platform/people/write.ts'
import type { Problem } from '#platform/problem.ts'
import { answerApproval, cancelRequest } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aDeed } from '#tests/support/custody.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { asPerson } from '#tests/support/service.ts'

/**
 * Every definition of the product × every ground on which one might think to act for another: who has it for this
 * very matter is let in, and nobody else; and none of them reaches an adult.
 */

const test = await testPlatform({ catalogue: await discover() })
const { platform, db, clock } = test
const definitions = platform.catalogue.definitions.filter((one) => !isForEstablishments(one))
const services = definitions.filter((one) => one.kind === 'service')
const inquiries = definitions
  .filter((one) => one.kind === 'inquiry')
  .filter((one) => one.access === 'signed-in')
const start = '2026-11-23T08:00:00Z'
const dayAfter = day('2026-11-24')

beforeAll(async () => {
  await populate(platform, { persons: 100 })
}, 120_000)
beforeEach(() => clock.set(start))

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

const kept = ['request', 'request_event', 'bill', 'notice', 'booking', 'audit_event', 'file'] as const

async function everything(): Promise<unknown> {
  const counts = sql.join(
    kept.map((table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`),
  )
  const { rows } = await sql`
    select ${counts}, (select md5(coalesce(string_agg(r::text, '' order by r.id), '')) from request r) as requests
  `.execute(db)
  return rows[0]
}

async function refused(act: () => Promise<Outcome>, what: string): Promise<void> {
  const before = await everything()
  const outcome = await act()
  expect(outcome.ok, `${what} was let in`).toBe(false)
  if (!outcome.ok) expect([401, 403, 404], what).toContain(outcome.error.status)
  expect(await everything(), `${what} wrote something`).toEqual(before)
}

const listedBy = (type: AnySubjectType, person: PersonNumber) => subjectsOf(type, { db, clock }, person)

/** An adult of the cast who may use it, with something of their own to use it for. */
async function adultOwner(type: AnySubjectType, audience: readonly string[]) {
  for (const name of castNames) {
    const owner = castNumber(name)
    if (!audience.includes(personKind(owner)) || !(await findPerson(db, owner))) continue
    const [subject] = await listedBy(type, owner)
    if (subject) return { owner, subject }
  }
  return undefined
}

const overAdults = [
  'parent who was the guardian',
  'parent who had custody',
  'parent without a power',
  'sponsor',
  'relative who may see the documents',
] as const

type Around = Readonly<Record<(typeof overAdults)[number], PersonNumber>>
const known = new Map<PersonNumber, Around>()

/** Those who have something to do with an adult, and no authority over them. */
async function around(owner: PersonNumber): Promise<Around> {
  const made = known.get(owner) ?? (await surround(owner))
  known.set(owner, made)
  return made
}

async function surround(owner: PersonNumber): Promise<Around> {
  const kind = personKind(owner)
  const [guardian, custodian, parent, sponsor, relative] = await Promise.all(
    overAdults.map(() => aPerson(db, { kind })),
  )
  if (!guardian || !custodian || !parent || !sponsor || !relative) throw new Error('nobody came')
  for (const [one, as, power] of [
    [guardian, 'father', true],
    [custodian, 'mother', false],
    [parent, 'mother', false],
    [relative, 'mother', false],
  ] as const)
    await tieParent(db, { parent: one, as, child: owner, guardian: power })
  await aDeed(test, { child: owner, holder: custodian, withdraws: [...courtMatters] })
  const occupation = { ar: 'عامل', en: 'Worker' }
  const since = day('2024-01-01')
  await enterEmployment(db, { worker: owner, employer: sponsor, occupation, since })
  const account = await db
    .selectFrom('account')
    .select('state')
    .where('person_id', '=', owner)
    .executeTakeFirst()
  if (!account) await anAccount(platform, owner)
  const viewer = (await possibleViewers(platform, owner)).find((one) => one.id === relative)
  const given = await giveViewing(platform, asPerson(owner), {
    kin: viewer?.kinId ?? '',
    what: 'documents',
    months: 1,
  })
  if (!given.ok) throw new Error(JSON.stringify(given.error))
  return {
    'parent who was the guardian': guardian,
    'parent who had custody': custodian,
    'parent without a power': parent,
    sponsor,
    'relative who may see the documents': relative,
  }
}

/** The little that an employer sees of a worker, and nothing else of the catalogue. */
async function reachesOnlyAsSponsor(
  type: AnySubjectType,
  person: PersonNumber,
  { owner, who }: { readonly owner: PersonNumber; readonly who: string },
): Promise<void> {
  const reached = (await listedBy(type, person)).filter((one) => one.person === owner)
  const grounds = reached.map((one) => one.ground ?? type.ground)
  expect(grounds, `${who} reaches an adult`).toEqual(who === 'sponsor' && grounds.length ? ['sponsor'] : [])
}

describe.each(services.map((one) => [one.slug, one] as const))('%s of an adult', (slug, service) => {
  it('is reached by no parent, sponsor or relative', async () => {
    const found = await adultOwner(service.subject, service.audience)
    if (!found) throw new Error(`nobody of the cast has a ${service.subject.kind}`)
    const { owner } = found
    const draft = await startDraft(platform, asPerson(owner), {
      service: slug,
      subject: found.subject.id,
      key: `grounds-${slug}`,
    })
    if (!draft.ok) throw new Error(`the owner is not let in: ${draft.error.code}`)
    const { reference } = draft.value
    for (const [who, person] of Object.entries(await around(owner))) {
      const by = asPerson(person)
      // What is one's own under the same name is one's own to start.
      const own = (await listedBy(service.subject, person)).filter((one) => one.id === found.subject.id)
      for (const one of own) expect(one.person, `${who} reaches ${slug}`).toBe(person)
      await reachesOnlyAsSponsor(service.subject, person, { owner, who })
      const acts: Readonly<Record<string, () => Promise<Outcome>>> = {
        ...(own.length
          ? {}
          : {
              start: () =>
                startDraft(platform, by, { service: slug, subject: found.subject.id, key: `${who}` }),
            }),
        view: () => viewRequest(platform, by, reference),
        answer: () =>
          saveAnswers(platform, by, { reference, fields: Object.keys(service.form.fields), raw: {} }),
        send: () => submit(platform, by, reference),
        cancel: () => cancelRequest(platform, by, reference),
        agree: () => answerApproval(platform, by, { reference, step: 'any', accept: true }),
        book: () =>
          bookAppointment(platform, by, {
            reference,
            office: 'riyadh-passports',
            section: 'all',
            day: dayAfter,
            time: '09:00',
          }),
      }
      for (const [name, act] of Object.entries(acts)) await refused(act, `${who}: ${name}`)
    }
    await cancelRequest(platform, asPerson(owner), reference)
  })
})

describe.each(inquiries.map((one) => [one.slug, one] as const))('%s of an adult', (_slug, inquiry) => {
  it('answers no parent, sponsor or relative about them', async () => {
    const { subject: type } = inquiry
    if (!type) return
    const found = await adultOwner(type, inquiry.audience)
    if (!found) throw new Error(`nobody of the cast has a ${type.kind}`)
    for (const [who, person] of Object.entries(await around(found.owner))) {
      await reachesOnlyAsSponsor(type, person, { owner: found.owner, who })
      const own = (await listedBy(type, person)).some((one) => one.id === found.subject.id)
      if (!own)
        await refused(
          () => ask(platform, asPerson(person), inquiry, { raw: {}, subject: found.subject.id }),
          who,
        )
    }
  })
})

/** What can be about a child of the asker, in a matter. */
const aboutChildren = [...services, ...inquiries].flatMap((one) =>
  one.subject?.matter ? [[one.slug, one, one.subject, one.subject.matter] as const] : [],
)

const isOfCourt = (matter: Matter): boolean => courtMatters.some((one) => one === matter)

describe.each(aboutChildren)('%s about a child', (slug, definition, type, matter) => {
  let guardian: PersonNumber
  let other: PersonNumber
  let child: PersonNumber
  /** So many subjects stand for the child. */
  let count: number
  const about = async (person: PersonNumber): Promise<readonly Subject[]> =>
    (await listedBy(type, person)).filter((one) => one.person === child)

  /** A guardian of the cast for whom it lists a child, with the other parent, who lives apart from them. */
  beforeAll(async () => {
    clock.set(start)
    for (const name of castNames) {
      const parent = castNumber(name)
      if (!isMeantFor(definition, personKind(parent))) continue
      for (const listed of await listedBy(type, parent)) {
        if (listed.person === parent || listed.ground === 'sponsor') continue
        guardian = parent
        child = listed.person
        const parents = (await parentsOf(db, child)).filter((one) => one.id !== parent)
        other = parents[0]?.id ?? (await aPerson(db, { kind: personKind(parent), sex: 'female' }))
        if (!parents.length) await tieParent(db, { parent: other, as: 'mother', child, guardian: false })
        count = (await about(guardian)).length
        return
      }
    }
    throw new Error(`nobody of the cast has a child for ${slug}`)
  })
  afterEach(async () => {
    await db.deleteFrom('custody').where('person_id', '=', child).where('number', 'like', '471%').execute()
  })

  const deed = (over: Partial<Parameters<typeof aDeed>[1]> = {}) =>
    aDeed(test, { child, holder: other, ...over })

  it('is the guardian’s, and not the other parent’s, a stranger’s, a sponsor’s or a consented viewer’s', async () => {
    expect((await about(guardian)).map((one) => one.ground)).toContain('guardian')
    const stranger = await aPerson(db, { kind: personKind(guardian) })
    for (const person of [other, stranger]) expect(await about(person)).toEqual([])
    expect(await mayView(db, clock, stranger, child, 'documents')).toBeUndefined()
    await refusedWith(other)
    await refusedWith(stranger)
  })

  it('is the other parent’s by a deed that covers the matter, as far as it does', async () => {
    await deed()
    const held = await about(other)
    expect(held).toHaveLength(count)
    expect(new Set(held.map((one) => one.ground))).toEqual(new Set(['custody']))
    expect((await about(guardian)).length).toBe(count)
  })

  if (isOfCourt(matter))
    it('is not the other parent’s by a deed about something else, and no longer the guardian’s when it says so', async () => {
      const grants = courtMatters.filter((one) => one !== matter)
      await deed({ grants })
      expect(await about(other)).toEqual([])
      await refusedWith(other)
      await deed({ withdraws: courtMatters.filter((one) => one === matter), from: dayAfter })
      clock.set(startOfDay(dayAfter).toISOString())
      expect(await about(guardian)).toEqual([])
      expect(await about(other)).toHaveLength(count)
    })

  it('is nobody’s by a deed that nobody linked', async () => {
    await deed({ linked: false, withdraws: [...courtMatters] })
    expect(await about(other)).toEqual([])
    expect((await about(guardian)).length).toBe(count)
  })

  it('is neither parent’s from the day on which the child is of age', async () => {
    await deed()
    const found = await findPerson(db, child)
    if (!found) throw new Error('no child')
    clock.set(startOfDay(birthdayAt('hijri', found.born, 18)).toISOString())
    for (const parent of [guardian, other]) expect(await about(parent)).toEqual([])
  })

  /** With the names that either parent has for the child. */
  async function refusedWith(person: PersonNumber): Promise<void> {
    const by: Principal = asPerson(person)
    const own = new Set((await listedBy(type, person)).map((one) => one.id))
    for (const { id } of await about(guardian)) {
      if (own.has(id)) continue
      await refused(
        () =>
          definition.kind === 'service'
            ? startDraft(platform, by, { service: slug, subject: id, key: `child-${id}` })
            : ask(platform, by, definition, { raw: {}, subject: id }),
        `${slug} about a child`,
      )
    }
  }
})

it('covers every matter that the catalogue names', () => {
  expect(aboutChildren.length).toBeGreaterThan(1)
})
