import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import type { IntegrationProvider } from '#platform/integrations/port.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { confirmAttendance } from '#platform/requests/office.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { payBill } from './pay.ts'
import { aPerson } from './people.ts'
import { type TestPlatform, testPlatform } from './platform.ts'

/** A platform whose only sector is the specimen, with its table, the country's offices and a bank, which agrees. */
export async function lanternPlatform(
  bank: IntegrationProvider = { ask: async () => ({ kind: 'done' }) },
): Promise<TestPlatform> {
  const fixtures = new URL('../../src/platform/fixtures', import.meta.url).pathname
  const test = await testPlatform({
    catalogue: await discover(fixtures),
    integrations: { bank },
  })
  await createLanterns(test.db)
  await enterOffices(test.db, offices)
  return test
}

export interface LanternCase {
  readonly owner: PersonNumber
  readonly keeper: PersonNumber
  readonly lantern: string
  readonly reference: string
  /** The row of the wardens' queue that waits now. */
  readonly id: string
}

let serial = 0

const as = (person: PersonNumber): Principal => ({
  kind: 'person',
  person,
  account: 'activated',
  session: 's',
})

/** A handing over that waits for the visit, unbooked; `more` are answers besides those that must be given. */
export async function aVisitToCome(
  test: TestPlatform,
  more: (owner: PersonNumber) => Promise<Readonly<Record<string, unknown>>> = async () => ({}),
): Promise<LanternCase> {
  const owner = await aPerson(test.db)
  const keeper = await aPerson(test.db)
  const lantern = `T${++serial}`
  await test.db
    .insertInto('lantern')
    .values({ person_id: owner, id: lantern, lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  const raw = {
    keeper,
    years: '2',
    price: '100.00',
    payoutTo: 'SA2799000000000000000001',
    corner: `${lantern}-east`,
    ...(await more(owner)),
  }
  const { platform } = test
  const start = { service: 'hand-over-lantern', subject: lantern, key: lantern }
  const { reference } = must(await startDraft(platform, as(owner), start))
  must(await saveAnswers(platform, as(owner), { reference, fields: Object.keys(raw), raw }))
  must(await submit(platform, as(owner), reference))
  await test.runJobs()
  must(await answerApproval(platform, as(keeper), { reference, step: 'acceptance', accept: true }))
  const { row } = must(await viewRequest(platform, as(owner), reference))
  await payBill(test, keeper, row.state.bills.payment?.id ?? '')
  return { owner, keeper, lantern, reference, id: await waiting(test, reference) }
}

/** The same, booked on the first free day; answers the office and the day too. */
export async function aBookedVisit(test: TestPlatform) {
  const made = await aVisitToCome(test)
  const wanted = { purpose: 'fingerprint', from: day('2026-11-24') }
  const [slot] = await openSlots(test.db, test.clock, wanted)
  if (!slot) throw new Error('no office has a free time')
  const wish = { reference: made.reference, ...slot }
  must(await bookAppointment(test.platform, as(made.owner), wish))
  return { ...made, office: slot.office, day: slot.day }
}

/** The same after the visit: it waits for the wardens to decide. */
export async function aReview(
  test: TestPlatform,
  more?: Parameters<typeof aVisitToCome>[1],
): Promise<LanternCase> {
  const made = await aVisitToCome(test, more)
  const warden: Principal = {
    kind: 'officer',
    person: await aPerson(test.db),
    officer: 'OF-1',
    units: ['lantern-wardens'],
    session: 's',
  }
  const key = { unit: 'lantern-wardens', id: made.id }
  must(await confirmAttendance(test.platform, warden, key, { office: { ar: 'مكتب', en: 'Office' } }))
  return { ...made, id: await waiting(test, made.reference) }
}

const waiting = async (test: TestPlatform, reference: string): Promise<string> =>
  (
    await test.db
      .selectFrom('office_case')
      .select('id')
      .where('reference', '=', reference)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  ).id

/** What went right, or a test that stops where it did not. */
function must<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
