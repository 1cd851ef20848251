import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { heldDocuments } from '#platform/documents/held.ts'
import { storeUpload } from '#platform/files/file.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency } from '#tests/support/passports.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'
import { asPerson, inboxOf, send, subjectsFor, trySend } from '#tests/support/service.ts'
import { papersOf } from '../registry/papers.ts'

const service = 'dependant-card-papers'
let test: TestPlatform
let father: PersonNumber
let mother: PersonNumber
let child: PersonNumber
let answers: { readonly identity: { readonly file: string } }

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  const family = await aFamily(test.db, { kind: 'resident' })
  ;({ father, mother } = family)
  await aResidency(test, father)
  child = await aChild(test.db, family, { kind: 'resident', born: day('2019-05-05') })
  await aResidency(test, child, { kind: 'dependant', sponsor_id: father })
  answers = { identity: await aScan(father) }
})

async function aScan(owner: PersonNumber) {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const stored = await storeUpload(test.platform, { owner, name: 'id.png', bytes })
  if (!stored.ok) throw new Error(stored.error.en)
  return { file: stored.value.id }
}

const subjects = async (person: PersonNumber) => await subjectsFor(test, service, person)
const cards = async () => (await heldDocuments(test.platform, child)).length
const promptsOf = async (person: PersonNumber) => {
  const definition = test.platform.catalogue.prompts.find((one) => one.name === 'missing-papers')
  return definition?.list({ db: test.db, clock: test.clock, today: day('2026-11-23') }, person)
}

describe('papers for a child’s card', () => {
  it('are asked for where the register lacks them, and let the card appear once accepted', async () => {
    expect((await subjects(father)).map((one) => one.label.en)).toEqual([
      'Papers of the mother for the card of Salem Majid Omar Alrayhani',
    ])
    expect(await promptsOf(father)).toMatchObject([{ next: { service } }])
    const sent = await send(test, { service, by: father, answers })
    expect(await cards()).toBe(0)
    await sent.decide({ approve: true })
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await papersOf(test.db, child)).toEqual({ father: 'registry', mother: 'accepted' })
    expect(await cards()).toBe(1)
    expect(await subjects(father)).toEqual([])
    expect(await promptsOf(father)).toEqual([])
    expect((await inboxOf(test, father)).join()).toContain('Accepted: Papers of the mother')
    expect((await inboxOf(test, mother)).join()).toContain('Papers for a child’s resident ID')
  })

  it('are refused with the officer’s reason, and asked for again', async () => {
    const sent = await send(test, { service, by: father, answers })
    await sent.decide({ approve: false, code: 'NOT_READABLE', reason: 'The picture is too dark to read' })
    expect((await sent.state()).status).toBe('rejected')
    expect((await inboxOf(test, father)).join()).toContain('too dark')
    expect(await subjects(father)).toHaveLength(1)
    expect(await cards()).toBe(0)
  })

  it('are asked of nobody when both parents are in the register', async () => {
    await aResidency(test, mother, { kind: 'dependant', sponsor_id: father })
    expect(await subjects(father)).toEqual([])
    expect(await cards()).toBe(1)
  })

  it('need the ID of the parent', async () => {
    expect(
      await trySend(test, { service, by: father, answers: { residence: answers.identity } }),
    ).toMatchObject({
      ok: false,
      error: { fields: { identity: expect.anything() } },
    })
  })

  it('are nobody else’s to send: not another’s, nor of a parent without a right to the documents', async () => {
    const [subject] = await subjects(father)
    for (const by of [await aPerson(test.db, { kind: 'resident' }), mother]) {
      const refused = await startDraft(test.platform, asPerson(by), {
        service,
        subject: subject?.id ?? '',
        key: `not-mine-${by}`,
      })
      expect(refused).toMatchObject({ ok: false, error: { status: 403 } })
    }
  })

  it('are one request when they are sent twice, by the same key or another', async () => {
    const wish = { service, by: father, answers }
    await send(test, { ...wish, key: 'a' })
    for (const [key, code] of [
      ['a', 'already-sent'],
      ['b', 'already-open'],
    ] as const)
      expect(await trySend(test, { ...wish, key })).toMatchObject({ ok: false, error: { code } })
  })
})
