import { beforeEach, describe, expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { day, startOfDay } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { viewingsGiven } from '#platform/authority/viewing.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { lastDayAsMinor } from '#platform/people/adulthood.ts'
import { childrenOf, kinOf } from '#platform/people/family.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aDeed } from '#tests/support/custody.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { aServer } from '#tests/support/visitor.ts'

const test = await testPlatform()
const { platform, db, clock } = test
const app = await aServer(platform)
await app.register(portalChannel(platform))

const born = day('2016-05-01')
let father: PersonNumber
let mother: PersonNumber
let grown: PersonNumber
let child: PersonNumber

beforeEach(async () => {
  clock.set('2026-11-23T08:00:00Z')
  const family = await aFamily(db, { kind: 'resident', children: [day('1999-01-01'), born] })
  father = family.father
  mother = family.mother
  const [one = father, two = father] = family.children
  grown = one
  child = two
  await db
    .updateTable('person')
    .set({ given_ar: 'لمى', given_en: 'Lama' })
    .where('person_id', '=', child)
    .execute()
  for (const person of [father, mother, grown]) await anAccount(platform, person)
})

describe('a consent to see one’s documents', () => {
  it('is not given within a day of a new way into the account', async () => {
    const giver = await signIn(mother)
    await transact(db, (tx) => holdAccount(tx, mother, clock.now()))
    const page = await giver.get('/delegations/viewing/new?lang=en')
    expect(page.statusCode).toBe(409)
    expect(page.body).toContain('To protect you, this waits 24 hours')
  })
})

const signIn = (person: PersonNumber) => aSignedInVisitor(app, test, person)
const idOf = async (parent: PersonNumber) =>
  (await childrenOf(db, parent)).find((one) => one.id === child)?.relativeId ?? ''

/** A driving licence in somebody’s hand; answers its number. */
async function licensed(person: PersonNumber): Promise<string> {
  const id = await aLicence(test, person)
  const definition = platform.catalogue.document('driving-licence')
  if (!definition) throw new Error('no such document')
  await drawDocument(platform, definition, person, id)
  return (await documentsOf(db, person))[0]?.number ?? 'none'
}

describe('the page of one’s family', () => {
  it('shows the guardian what they can do for a child, to which day in both calendars, and no adult', async () => {
    const page = await (await signIn(father)).get('/family?lang=en')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Lama Majid Omar Alrayhani')
    expect(page.body).toContain('You are the guardian')
    expect(page.body).toContain('Everything that concerns the child')
    expect(page.body).toContain(`/services/enrol-child-fingerprint?subject=${await idOf(father)}`)
    for (const format of [formatDay, formatHijri])
      expect(page.body).toContain(format(lastDayAsMinor(born), 'en'))
    expect(page.body).not.toContain('Salem Majid Omar Alrayhani</bdi></h3>')
  })

  it('shows the other parent the child without any power, until a deed is linked', async () => {
    const browser = await signIn(mother)
    const before = await browser.get('/family?lang=en')
    expect(before.body).toContain('You do not act for this child')
    expect(before.body).toContain('/services/custody-deed?subject=')
    expect(before.body).not.toContain('/services/enrol-child-fingerprint')
    await aDeed(test, { child, holder: mother, grants: ['passport'], forbidsTravel: true })
    const after = await browser.get('/family?lang=ar')
    expect(after.body).toContain('الحضانة معك بصك محكمة')
    expect(after.body).toContain('جواز السفر، البصمة')
    expect(after.body).toContain('منعت محكمة سفر هذا الطفل')
    expect(after.body).toContain(`/services/enrol-child-fingerprint?subject=${await idOf(mother)}`)
  })

  it('loses the child by itself on the day on which it is of age', async () => {
    const birthday = startOfDay(birthdayAt('hijri', born, 18)).getTime()
    const shownAt = async (time: number) => {
      clock.set(new Date(time).toISOString())
      return (await (await signIn(father)).get('/family')).body.includes('لمى')
    }
    expect(await shownAt(birthday - 1000)).toBe(true)
    expect(await shownAt(birthday)).toBe(false)
  })
})

describe('letting a relative see one’s documents', () => {
  async function give(browser: Awaited<ReturnType<typeof signIn>>, to: PersonNumber) {
    const kin = (await kinOf(db, browser.person)).find((one) => one.id === to)?.kinId ?? ''
    const form = await browser.get('/delegations/viewing/new')
    const asked = await browser.submit(form, '/delegations/viewing/new', { kin, months: '3' })
    const back = await confirmAt(test, browser, asked)
    return browser.submit(back, '/delegations/viewing/new', { kin, months: '3' })
  }

  it('is confirmed by password and code, shows the card without its code, and each look is in the log', async () => {
    const number = await licensed(grown)
    const [owner, viewer] = [await signIn(grown), await signIn(mother)]
    const done = await give(owner, mother)
    expect(done.headers.location).toBe('/delegations/viewing?done=given')
    expect((await owner.get('/delegations/viewing?lang=en')).body).toContain('Salma Majid Omar Alrayhani')
    const [given] = await viewingsGiven(test, grown)
    const family = await viewer.get('/family?lang=en')
    expect(family.body).toContain(`/family/${given?.id}/documents`)
    const seen = await viewer.get(`/family/${given?.id}/documents?lang=en`)
    expect(seen.body).toContain(number)
    expect(seen.body).not.toContain('code.svg')
    expect(seen.body).not.toContain('/pdf')
    expect(await accessLog(db, grown)).toMatchObject([
      {
        action: 'document.view',
        about: 'driving-licence',
        ground: 'consent',
        who: { name: { en: 'Salma Alrayhani' } },
      },
    ])
    await owner.submit(await owner.get('/delegations/viewing'), `/delegations/viewing/${given?.id}/end`)
    expect((await viewer.get(`/family/${given?.id}/documents`)).statusCode).toBe(404)
    expect((await viewer.get('/family')).body).not.toContain(`/family/${given?.id}/documents`)
  })

  it('asks for a relative and a term, and offers nobody who is a minor or no kin', async () => {
    const stranger = await aPerson(db, { given: { ar: 'غريب', en: 'Stranger' } })
    const owner = await signIn(grown)
    const form = await owner.get('/delegations/viewing/new?lang=en')
    expect(form.body).not.toContain('Lama')
    expect(form.body).not.toContain('Stranger')
    const wrong = await owner.submit(form, '/delegations/viewing/new', { kin: stranger, months: '99' })
    expect(wrong.statusCode).toBe(422)
    expect((await owner.get('/delegations/viewing/new?kin=a&kin=b')).statusCode).toBe(200)
  })

  it('is nothing to a stranger, and a minor’s are for who acts for them', async () => {
    await licensed(child)
    const id = await idOf(father)
    const stranger = await aPerson(db)
    await anAccount(platform, stranger)
    expect((await (await signIn(stranger)).get(`/family/${id}/documents`)).statusCode).toBe(404)
    expect((await (await signIn(mother)).get(`/family/${await idOf(mother)}/documents`)).statusCode).toBe(404)
    expect((await (await signIn(father)).get(`/family/${id}/documents`)).statusCode).toBe(200)
    expect(await accessLog(db, child)).toMatchObject([{ action: 'document.view', ground: 'guardian' }])
  })
})
