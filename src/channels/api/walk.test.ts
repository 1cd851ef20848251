import type { FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { sign, signatureHeader } from '#platform/integrations/signature.ts'
import { confirmAttendance, decide, queue } from '#platform/requests/office.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { confirmByProgram } from '#tests/support/confirm-program.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { aProgram, type Program, programServer, testBiller } from '#tests/support/program.ts'

const document = '/api/v1/openapi.json'
let test: TestPlatform
let app: FastifyInstance
let owner: PersonNumber
let keeper: PersonNumber
let lantern: string
let serial = 0
/** The programs of the two, who know the document alone. */
let mine: Program
let theirs: Program

beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../../platform/fixtures', import.meta.url).pathname),
    integrations: { bank: { ask: async () => ({ kind: 'done' }) } },
  })
  await createLanterns(test.db)
  await enterOffices(test.db, offices)
  app = await programServer(test.platform)
})

beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  owner = await aPerson(test.db)
  keeper = await aPerson(test.db)
  for (const one of [owner, keeper]) await anAccount(test.platform, one)
  lantern = `W${++serial}`
  await test.db
    .insertInto('lantern')
    .values({ person_id: owner, id: lantern, lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  mine = await aProgram(app, document, (await aSession(test.platform, owner)).token)
  theirs = await aProgram(app, document, (await aSession(test.platform, keeper)).token)
})

const slug = 'hand-over-lantern'
const key = () => `key-${serial}-0001`

/** A body that the schema of the document leads to: choices from the opening, the rest by each field's kind. */
function bodyFrom(
  program: Program,
  opening: { subject: string; options: Record<string, { value: string }[]> },
) {
  const schema = program.describe(slug).it.requestBody?.content['application/json']?.schema as {
    properties: {
      answers: { properties: Record<string, { 'x-kind': string; enum?: string[] }>; required: string[] }
    }
  }
  const { properties, required } = schema.properties.answers
  const examples: Record<string, string> = {
    personNumber: keeper,
    money: '100.00',
    iban: 'SA2799000000000000000001',
  }
  const answers = Object.fromEntries(
    required.map((name) => [
      name,
      opening.options[name]?.at(-1)?.value ??
        properties[name]?.enum?.at(-1) ??
        examples[properties[name]?.['x-kind'] ?? ''],
    ]),
  )
  return { subject: opening.subject, answers }
}

async function opened() {
  const found = await mine.call('browse-services', { query: { q: 'تسليم الفانوس' } })
  expect(found.body.services[0].slug).toBe(slug)
  const read = await mine.call('get-service', { path: { slug } })
  const opening = await mine.follow(read.body.actions, `open-${slug}`)
  expect(opening.body.verdicts.map((one: { outcome: string }) => one.outcome)).toEqual(['met'])
  return opening.body
}

async function sent() {
  const body = bodyFrom(mine, await opened())
  mine.fits(slug, body)
  const made = await mine.call(slug, { body, key: key() })
  expect(made.status).toBe(201)
  await test.runJobs()
  return { made: made.body, body, location: String(made.headers.location) }
}

const warden = async () =>
  (await anOfficerSession(test.platform, await aPerson(test.db), ['lantern-wardens'])).principal

async function desk(reference: string) {
  const officer = await warden()
  const cases = await queue(test.platform, officer, { unit: 'lantern-wardens', limit: 500 })
  const found = cases.ok ? cases.value.find((one) => one.reference === reference) : undefined
  if (!found) throw new Error('not in the queue')
  return { officer, found }
}

/** The provider says that the last payment that was opened has come. */
async function settle() {
  const asked = test.payments.opened.at(-1)
  const payload = JSON.stringify({
    id: `event-${serial}`,
    type: 'payment.settled',
    reference: 'r',
    payment: asked?.payment,
    amount: asked?.amount,
  })
  return app.inject({
    method: 'POST',
    url: '/partners/v1/payment-events',
    headers: {
      'content-type': 'application/json',
      [signatureHeader]: sign(testBiller.secret, payload, test.clock.now()),
    },
    payload,
  })
}

describe('a program that reads the OpenAPI document alone', () => {
  it('takes a service from the search to the document in the other’s hands', async () => {
    const { made } = await sent()
    const { reference } = made
    expect(made.status).toBe('in-progress')

    const waiting = await theirs.call('list-approvals', { query: { waiting: 'true' } })
    expect(waiting.body.approvals).toHaveLength(1)
    const approval = await theirs.call('get-approval', { path: { reference } })
    expect(approval.body.shows.find((one: { key: string }) => one.key === 'price').value).toEqual({
      kind: 'money',
      value: { amount: '100.00', currency: 'SAR' },
    })
    const agreed = await theirs.follow(approval.body.actions, 'answer-approval', {
      body: { step: approval.body.step.id, accept: true },
    })
    expect(agreed.body).toEqual({ status: 'in-progress', step: 'payment' })

    const owed = await theirs.call('get-approval', { path: { reference } })
    expect(owed.body.bill.total).toEqual({ amount: '295.00', currency: 'SAR' })
    const paying = await theirs.follow(owed.body.actions, 'pay-bill')
    expect(paying.body.url).toMatch(/^https:\/\/biller\.test\/pay\//)
    expect((await settle()).json()).toEqual({ outcome: 'applied' })
    expect((await settle()).json()).toEqual({ outcome: 'known' })
    await test.runJobs()
    const receipt = await theirs.call('get-receipt', { path: { id: owed.body.bill.id } })
    expect(receipt.body).toMatchObject({
      government: { amount: '80.00' },
      platform: { amount: '100.00' },
      vat: { amount: '15.00' },
      escrow: { amount: '100.00' },
    })

    const here = await mine.call('get-request', { path: { reference } })
    expect(here.body.waitsFor).toMatchObject({ step: 'visit', by: 'applicant' })
    const times = await mine.follow(here.body.actions, 'list-slots', { query: { limit: '5' } })
    const { office, section, day: on, time } = times.body.slots[0]
    const wish = { body: { office: office.id, section, day: on, time } }
    const booked = await mine.follow(times.body.actions, 'book-appointment', wish)
    expect((await mine.follow(times.body.actions, 'book-appointment', wish)).body).toEqual(booked.body)
    expect((await mine.call('list-appointments')).body.appointments).toEqual([booked.body])

    const visit = await desk(reference)
    await confirmAttendance(test.platform, visit.officer, visit.found, { office: { ar: 'م', en: 'O' } })
    const review = await desk(reference)
    await decide(test.platform, review.officer, review.found, { approve: true, reason: '' })
    await test.runJobs()

    const end = await mine.call('get-request', { path: { reference } })
    expect(end.body).toMatchObject({ status: 'fulfilled', actions: [] })
    expect(end.body.timeline.map((one: { type: string }) => one.type)).toContain('fulfilled')
    expect(JSON.stringify(end.body.timeline)).not.toContain(keeper)
    const [document] = (await theirs.call('list-documents')).body.documents
    const download = (program: Program) => program.call('get-document-pdf', { path: { id: document.id } })
    const asked = await download(theirs)
    expect(asked).toMatchObject({ status: 403, body: { code: 'confirm-first' } })
    theirs = await confirmByProgram(test, app, theirs, { person: keeper, what: asked.body.confirm })
    const pdf = await download(theirs)
    expect((await download(theirs)).status).toBe(403)
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await mine.call('get-document', { path: { id: document.id } })).status).toBe(404)
    expect((await theirs.call('read-inbox')).body.unread).toBeGreaterThan(0)
    expect((await theirs.call('mark-all-read')).status).toBe(204)
    expect((await theirs.call('read-inbox')).body.unread).toBe(0)
    const log = await mine.call('read-access-log')
    expect(log.body.entries.map((one: { action: string }) => one.action)).toContain('request.decide')
  })

  it('is answered the same for the same key, and refused for another body with it', async () => {
    const { made, body, location } = await sent()
    const again = await mine.call(slug, {
      body: { answers: body.answers, subject: body.subject },
      key: key(),
    })
    expect(again).toMatchObject({ status: 201, body: { reference: made.reference }, headers: { location } })
    const other = await mine.call(slug, { body: { ...body, submit: false }, key: key() })
    expect(other).toMatchObject({ status: 409, body: { code: 'key-used-otherwise' } })
    expect((await mine.call('list-requests')).body.requests).toHaveLength(1)
    const theirOwn = await theirs.call(slug, { body, key: key() })
    expect(theirOwn).toMatchObject({ status: 403, body: { code: 'not-authorised' } })
  })

  it('goes step by step from a draft to its end', async () => {
    const asked = { body: { service: slug, subject: lantern }, key: key() }
    const draft = await mine.call('start-draft', asked)
    expect(draft.status).toBe(201)
    expect((await mine.call('start-draft', asked)).body.reference).toBe(draft.body.reference)
    const early = await mine.follow(draft.body.actions, 'submit-request')
    expect(early).toMatchObject({ status: 422, body: { code: 'answers-invalid' } })
    expect(Object.keys(early.body.fields)).toContain('price')
    const wrong = await mine.follow(draft.body.actions, 'save-answers', {
      body: { price: '5', colour: 'red' },
    })
    expect(wrong.status).toBe(422)
    const { answers } = bodyFrom(mine, await opened())
    const saved = await mine.follow(draft.body.actions, 'save-answers', { body: answers })
    expect(saved.body.answers).toHaveLength(5)
    const submitted = await mine.follow(saved.body.actions, 'submit-request')
    expect(submitted.body.status).toBe('in-progress')
    expect((await mine.follow(saved.body.actions, 'submit-request')).body.reference).toBe(
      draft.body.reference,
    )
    const cancelled = await mine.follow(submitted.body.actions, 'cancel-request')
    expect(cancelled.body.status).toBe('cancelled')
  })

  it('hears what is wrong by field before anything is written', async () => {
    const body = bodyFrom(mine, await opened())
    const wrong = await mine.call(slug, {
      body: { ...body, answers: { ...body.answers, price: 100, keeper: '1234567890', colour: 'red' } },
      key: key(),
    })
    expect(wrong.status).toBe(422)
    expect(Object.keys(wrong.body.fields).sort()).toEqual(['colour', 'keeper', 'price'])
    expect((await mine.call('list-requests')).body.requests).toEqual([])
  })

  it('keeps the draft whose submission was refused, and says where it is', async () => {
    await test.db
      .insertInto('lantern')
      .values(
        ['a', 'b'].map((id) => ({
          person_id: keeper,
          id: id + lantern,
          lit: true,
          held: false,
          valid_until: day('2027-01-01'),
        })),
      )
      .execute()
    const refused = await mine.call(slug, { body: bodyFrom(mine, await opened()), key: key() })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'conditions-unmet', verdicts: [{ outcome: 'hidden' }] },
    })
    const draft = await app.inject(refused.body.request.href)
    expect(draft.statusCode).toBe(401)
    const own = await mine.call('get-request', { path: { reference: refused.body.request.reference } })
    expect(own.body.status).toBe('draft')
  })

  it('gets a document that the registry holds, though no service issued it', async () => {
    const listed = await mine.call('list-documents')
    const [held] = listed.body.held
    expect([listed.body.documents, held]).toMatchObject([
      [],
      { document: 'keeper-card', subject: 'self', state: 'valid' },
    ])
    const body = { document: held.document, subject: held.subject }
    const asked = await mine.call('issue-document', { body })
    expect(asked).toMatchObject({ status: 403, body: { code: 'confirm-first' } })
    mine = await confirmByProgram(test, app, mine, { person: owner, what: asked.body.confirm })
    const made = await mine.call('issue-document', { body })
    expect(made).toMatchObject({ status: 201, body: { document: 'keeper-card', state: 'valid' } })
    const after = (await mine.call('list-documents')).body
    expect([after.documents[0].id, after.held[0].issued]).toEqual([made.body.id, made.body.id])
    for (const other of [
      { ...body, subject: 'other' },
      { ...body, document: 'lantern-licence' },
    ])
      expect((await mine.call('issue-document', { body: other })).status).toBe(403)
    expect((await theirs.call('issue-document', { body })).body.code).toBe('not-authorised')
  })

  it('attaches a file by its content', async () => {
    const { token } = await aSession(test.platform, owner)
    const upload = (payload: Buffer, type: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/files?name=../lamp.exe',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload,
      })
    const lie = await upload(Buffer.from('<script>alert(1)</script>'), 'image/png')
    expect(lie.statusCode).toBe(422)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const stored = await upload(png, 'application/octet-stream')
    expect(stored.json()).toMatchObject({ name: 'lamp.png', type: 'image/png' })
    expect((await upload(png, 'text/html')).statusCode).toBe(415)
    const opening = await opened()
    const body = bodyFrom(mine, opening)
    const answers = { ...body.answers, picture: { file: stored.json().id } }
    mine.fits(slug, { ...body, answers })
    const made = await mine.call(slug, { body: { ...body, answers }, key: key() })
    expect(made.body.answers.find((one: { key: string }) => one.key === 'picture').value).toEqual({
      kind: 'plain',
      value: 'lamp.png',
    })
    expect((await theirs.call('get-file', { path: { id: stored.json().id } })).status).toBe(404)
  })

  it('asks an inquiry about what is its person’s', async () => {
    const own = await mine.call('query-lantern', { body: {} })
    expect(own.body.blocks[0].facts[0]).toMatchObject({ key: 'lit', value: { kind: 'yesNo', value: true } })
    const others = await theirs.call('query-lantern', { body: { subject: lantern } })
    expect(others).toMatchObject({ status: 403, body: { code: 'not-authorised' } })
  })
})
