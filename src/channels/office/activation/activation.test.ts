import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { printActivationForm } from '#platform/accounts/activation-form.ts'
import { anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import type { TestPlatform } from '#tests/support/database.ts'
import { lanternPlatform } from '#tests/support/lanterns.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

const home = '/office/activation'
let test: TestPlatform
let app: FastifyInstance

beforeAll(async () => {
  test = await lanternPlatform()
  app = await aServer(test.platform)
  await app.register(officeChannel(test.platform))
})

async function officer(person?: PersonNumber) {
  const session = await anOfficerSession(test.platform, person ?? (await aPerson(test.db)), ['activation'])
  const browser = aVisitor(app, test.platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return { ...browser, name: session.principal.officer }
}

/** A registered person; with the code of their printed form. */
async function newcomer(person?: PersonNumber) {
  const number = person ?? (await aPerson(test.db))
  await anAccount(test.platform, number, { state: 'registered' })
  const form = await printActivationForm(test.platform, {
    kind: 'person',
    person: number,
    account: 'registered',
    session: 's',
  })
  if (!form.ok) throw new Error(form.error.code)
  return { person: number, token: form.value.token }
}

const stateOf = async (person: PersonNumber) =>
  (
    await test.db
      .selectFrom('account')
      .select('state')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
  ).state

const find = async (at: Awaited<ReturnType<typeof officer>>, who: string) =>
  at.submit(await at.get(home), `${home}/find`, { who })

const evidence = (person: PersonNumber) => ({
  kind: 'identity-card',
  document: person,
  biometric: 'fingerprint',
  compared: 'yes',
})

describe('the activation desk', () => {
  it('shows name, birth date and face for a scanned form, logs it, and activates once', async () => {
    const { person, token } = await newcomer()
    const clerk = await officer()
    const shown = await find(clerk, token.toLowerCase())
    expect(shown.statusCode).toBe(200)
    for (const words of ['Salem', '14 March 1991', 'src="data:image/svg']) expect(shown.body).toContain(words)
    for (const secret of [person, `user${person}`]) expect(shown.body).not.toContain(secret)
    const read = await test.db
      .selectFrom('audit_event')
      .select('actor_id')
      .where('person_id', '=', person)
      .where('action', '=', 'activation.read')
      .execute()
    expect(read).toEqual([{ actor_id: clerk.name }])
    const done = await clerk.submit(shown, `${home}/activate`, evidence(person))
    expect(done.body).toContain('The account of Salem')
    expect(done.body).toMatch(/ACT-/)
    expect(await stateOf(person)).toBe('activated')
    const again = await clerk.submit(shown, `${home}/activate`, evidence(person))
    expect(again.statusCode).toBe(409)
  })

  it('asks for everything that is to be recorded, at its field', async () => {
    const { person } = await newcomer()
    const clerk = await officer()
    const shown = await find(clerk, person)
    const empty = await clerk.submit(shown, `${home}/activate`)
    expect(empty.statusCode).toBe(422)
    for (const field of ['kind', 'document', 'biometric', 'compared'])
      expect(empty.body).toContain(`href="#f-${field}"`)
    const other = { ...evidence(person), document: await aPerson(test.db) }
    const wrong = await clerk.submit(shown, `${home}/activate`, other)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('not the one in the register')
    expect(await stateOf(person)).toBe('registered')
  })

  it('shows nothing of oneself or one’s family, of who is not registered, or of a form that is gone', async () => {
    const { father, mother } = await aFamily(test.db)
    await newcomer(mother)
    const clerk = await officer(father)
    const family = await find(clerk, mother)
    expect(family.statusCode).toBe(403)
    expect(family.body).not.toContain('Salma')
    const unknown = await find(clerk, await aPerson(test.db))
    expect(unknown.body).toContain('No account waits for activation')
    expect((await find(clerk, 'AAAAAA-BBBBBB-CCCCCC')).body).toContain('This form is not good')
    expect((await find(clerk, ' ')).statusCode).toBe(422)
  })

  it('has each activation looked at by a second officer, not by the one who made it', async () => {
    const { person, token } = await newcomer()
    const clerk = await officer()
    await clerk.submit(await find(clerk, token), `${home}/activate`, evidence(person))
    expect((await clerk.get(home)).body).toContain('Yours: a colleague looks at it')
    const second = await officer()
    const links = [...(await second.get(home)).body.matchAll(/href="([^"]*\/review\/[^"]*)"/g)]
    const link = links.at(-1)?.[1] ?? ''
    expect((await clerk.get(link)).statusCode).toBe(404)
    const page = await second.get(link)
    for (const words of ['Salem', 'Fingerprint', 'Identity card or iqama', clerk.name])
      expect(page.body).toContain(words)
    const done = await second.submit(page, link)
    expect((await second.follow(done)).body).toContain('Your second look is recorded')
    expect((await second.get(link)).statusCode).toBe(404)
    const kept = await test.db
      .selectFrom('activation')
      .select('reviewed_by')
      .where('person_id', '=', person)
      .execute()
    expect(kept).toEqual([{ reviewed_by: second.name }])
  })

  it('has a second officer who disagrees stop the account, and a third one decide', async () => {
    const { person, token } = await newcomer()
    const [clerk, second, third] = [await officer(), await officer(), await officer()]
    await clerk.submit(await find(clerk, token), `${home}/activate`, evidence(person))
    const link =
      [...(await second.get(home)).body.matchAll(/href="([^"]*\/review\/[^"]*)"/g)].at(-1)?.[1] ?? ''
    const page = await second.get(link)
    const short = await second.submit(page, link, { found: 'dispute', note: 'hm' })
    expect(short.statusCode).toBe(422)
    expect(short.body).toContain('href="#f-note"')
    expect(await stateOf(person)).toBe('activated')
    const note = 'The face on the card is another person’s'
    const done = await second.submit(page, link, { found: 'dispute', note })
    expect((await second.follow(done)).body).toContain('The account is stopped')
    expect(await stateOf(person)).toBe('suspended')
    const cases = '/office/suspicions'
    const opened = async (at: typeof third) => {
      const found = [...(await at.get(cases)).body.matchAll(/href="(\/office\/suspicions\/[^"]*)"/g)]
      return at.get(found.at(-1)?.[1] ?? '')
    }
    for (const one of [clerk, second])
      expect((await opened(one)).body).toContain('the decision is a colleague’s')
    const decisive = await opened(third)
    for (const words of [note, clerk.name, second.name]) expect(decisive.body).toContain(words)
    expect(decisive.body).toContain('name="outcome"')
  })

  it('takes nothing from another site', async () => {
    const { person } = await newcomer()
    const clerk = await officer()
    await clerk.get(home)
    const forged = await clerk.post(`${home}/activate`, { who: person, ...evidence(person) })
    expect(forged.statusCode).toBe(403)
    expect(await stateOf(person)).toBe('registered')
  })
})
