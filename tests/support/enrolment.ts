import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { confirmAttendance, queue } from '#platform/requests/office.ts'
import { openService } from '#platform/requests/open.ts'
import { submit } from '#platform/requests/submit.ts'
import type { TestPlatform } from './database.ts'
import { aPerson } from './people.ts'

export const signedIn = (
  person: PersonNumber,
  account: 'activated' | 'registered' = 'activated',
): Principal => ({ kind: 'person', person, account, session: 'test' })

export const fingerprintOfficer = async (
  { db }: TestPlatform,
  units = ['fingerprint'],
): Promise<Principal> => ({
  kind: 'officer',
  person: await aPerson(db),
  officer: 'FP-1',
  units,
  session: 'test',
})

/** The conditions of a service for one subject, as the person sees them before starting. */
export async function verdictsOf(
  { platform }: TestPlatform,
  person: PersonNumber,
  slug: string,
  subject: string,
): Promise<readonly Verdict[]> {
  const service = platform.catalogue.service(slug)
  if (!service) throw new Error(`no service ${slug}`)
  const opening = await openService(platform, signedIn(person), service, subject)
  if (!opening.ok) throw new Error(opening.error.code)
  return opening.value.verdicts
}

export const reasonsOf = (verdicts: readonly Verdict[]): readonly (string | undefined)[] =>
  verdicts.filter((one) => one.outcome === 'unmet').map((one) => one.code)

/** Sends a request of a service that asks nothing; answers its reference. */
export async function sendRequest(
  { platform }: TestPlatform,
  person: PersonNumber,
  service: string,
  subject: string,
): Promise<string> {
  const draft = await startDraft(platform, signedIn(person), {
    service,
    subject,
    key: `${service}:${subject}`,
  })
  if (!draft.ok) throw new Error(draft.error.code)
  const { reference } = draft.value
  const sent = await submit(platform, signedIn(person), reference)
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  return reference
}

/** Books the first free slot of an office from a day on. */
export async function bookFrom(
  { platform, db, clock }: TestPlatform,
  person: PersonNumber,
  reference: string,
  from: Day,
  office = 'riyadh-passports',
) {
  const [slot] = await openSlots(db, clock, { purpose: 'fingerprint', office, from })
  if (!slot) throw new Error('no slot is free')
  return bookAppointment(platform, signedIn(person), { reference, ...slot })
}

/** The officer at the desk marks that the person came. */
export async function attend(test: TestPlatform, reference: string, officer: Principal) {
  const listed = await queue(test.platform, officer, { unit: 'fingerprint', limit: 500 })
  const key = listed.ok && listed.value.find((one) => one.reference === reference)
  if (!key) throw new Error('not in the queue')
  return confirmAttendance(test.platform, officer, key, { office: { ar: 'مكتب', en: 'An office' } })
}
