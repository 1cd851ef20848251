import { expect } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { IntegrationAnswer } from '#platform/integrations/port.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { confirmAttendance, queue } from '#platform/requests/office.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { lanternPlatform } from './lanterns.ts'
import { payBill } from './pay.ts'
import { aPerson } from './people.ts'
import type { TestPlatform } from './platform.ts'

export const as = (person: PersonNumber): Principal => ({
  kind: 'person',
  person,
  account: 'activated',
  session: 's',
})

/** The specimen’s platform, with a bank that answers as the test says. */
export async function handOverPlatform() {
  const bank: { says: IntegrationAnswer } = { says: { kind: 'done' } }
  return { bank, test: await lanternPlatform({ ask: async () => bank.says }) }
}

let serial = 0

/** A lantern of an owner who would hand it over to a keeper, and the ways to bring its request so far. */
export async function aHandOver(test: TestPlatform) {
  const { platform, db, clock } = test
  const owner = await aPerson(db)
  const keeper = await aPerson(db)
  const lantern = `L${++serial}`
  await db
    .insertInto('lantern')
    .values({ person_id: owner, id: lantern, lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()

  const answers = {
    keeper,
    years: '2',
    price: '100.00',
    payoutTo: 'SA2799000000000000000001',
    corner: `${lantern}-east`,
  }

  async function draft(key = `key-${lantern}`): Promise<string> {
    const start = { service: 'hand-over-lantern', subject: lantern, key }
    const made = await startDraft(platform, as(owner), start)
    if (!made.ok) throw new Error(made.error.code)
    return made.value.reference
  }

  /** Filled with what is right, but for what is given. */
  async function filled(more: Partial<typeof answers> = {}, key?: string): Promise<string> {
    const reference = await draft(key)
    const raw = { ...answers, ...more }
    const saved = await saveAnswers(platform, as(owner), { reference, fields: Object.keys(raw), raw })
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    return reference
  }

  async function sent(): Promise<string> {
    const reference = await filled()
    const done = await submit(platform, as(owner), reference)
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    await test.runJobs()
    return reference
  }

  async function paid(): Promise<string> {
    const reference = await sent()
    const yes = { reference, step: 'acceptance', accept: true }
    expect((await answerApproval(platform, as(keeper), yes)).ok).toBe(true)
    const bill = (await state(reference)).bills.payment
    if (!bill) throw new Error('no bill')
    await payBill(test, keeper, bill.id)
    return reference
  }

  async function inReview(): Promise<string> {
    const reference = await paid()
    const [slot] = await openSlots(db, clock, { purpose: 'fingerprint', from: day('2026-11-24') })
    if (!slot) throw new Error('no slot')
    expect((await bookAppointment(platform, as(owner), { reference, ...slot })).ok).toBe(true)
    const visit = await openCase(reference)
    const office = { office: { ar: 'م', en: 'O' } }
    expect((await confirmAttendance(platform, await warden(), visit, office)).ok).toBe(true)
    return reference
  }

  const warden = async (): Promise<Principal> => ({
    kind: 'officer',
    person: await aPerson(db),
    officer: 'warden-1',
    units: ['lantern-wardens'],
    session: 's',
  })

  /** The case of a request that waits before the wardens. */
  async function openCase(reference: string) {
    const listed = await queue(platform, await warden(), { unit: 'lantern-wardens', limit: 500 })
    const open = listed.ok && listed.value.find((one) => one.reference === reference)
    if (!open) throw new Error('not in the queue')
    return open
  }

  async function state(reference: string) {
    const seen = await viewRequest(platform, as(owner), reference)
    if (!seen.ok) throw new Error(seen.error.code)
    return seen.value.row.state
  }

  const lanternsOf = async (person: PersonNumber) =>
    (await db.selectFrom('lantern').select('id').where('person_id', '=', person).execute()).map(
      ({ id }) => id,
    )

  return {
    owner,
    keeper,
    lantern,
    draft,
    filled,
    sent,
    paid,
    inReview,
    warden,
    openCase,
    state,
    lanternsOf,
  }
}
