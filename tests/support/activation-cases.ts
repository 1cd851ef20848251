import { dayOf } from '#kernel/day.ts'
import { parseMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { abroadDays, abroadTimes, askFromAbroad } from '#platform/accounts/abroad.ts'
import { activateByOfficer } from '#platform/accounts/activate-by-officer.ts'
import { beginDeskMobile, confirmDeskMobile } from '#platform/accounts/desk-mobile.ts'
import { reportAtDesk } from '#platform/accounts/suspicion-report.ts'
import '#platform/accounts/abroad-tables.ts'
import '#platform/accounts/second-look-tables.ts'
import '#platform/accounts/suspicion-tables.ts'
import { aHolder, anAccount, anOfficerSession } from './accounts.ts'
import { aPassport, aPerson } from './people.ts'
import type { TestPlatform } from './platform.ts'

const unit = 'activation'
let line = 0

/** One of each thing that waits for another officer of activation, by the codes of their pages. */
export async function casesOfActivation(test: TestPlatform): Promise<{
  readonly abroad: string
  readonly suspicion: string
  readonly mobile: string
  readonly review: string
}> {
  const { db, platform } = test
  const { principal: desk } = await anOfficerSession(platform, await aPerson(db), [unit])
  const registered = async () => {
    const person = await aPerson(db)
    await anAccount(platform, person, { state: 'registered' })
    return person
  }
  const [caller, suspected, newcomer, lost] = [
    await registered(),
    await registered(),
    await registered(),
    await aPerson(db),
  ]
  const note = 'The photo is of somebody else'
  must(await reportAtDesk(platform, { of: { person: suspected }, what: 'document', note }, desk))
  const document = { kind: 'identity-card', number: newcomer } as const
  must(
    await activateByOfficer(platform, { of: { person: newcomer }, document, biometric: 'face', unit }, desk),
  )
  await anAccount(platform, lost)
  return {
    abroad: await called(test, caller),
    suspicion: (
      await db
        .selectFrom('suspicion')
        .select('id')
        .where('person_id', '=', suspected)
        .executeTakeFirstOrThrow()
    ).id,
    mobile: await askedAtDesk(test, lost, desk),
    review: (
      await db
        .selectFrom('second_look')
        .select('id')
        .where('person_id', '=', newcomer)
        .executeTakeFirstOrThrow()
    ).id,
  }
}

/** A citizen abroad whose call is now. */
async function called({ db, platform, clock }: TestPlatform, person: PersonNumber): Promise<string> {
  await aPassport(db, person, { nationality: 'SAU' })
  const { by } = await aHolder(platform, person)
  const place = { way: 'video' } as const
  const [day] = abroadDays(dayOf(clock.now()))
  const [slot] = day ? await abroadTimes(db, place, day) : []
  if (!slot) throw new Error('no time is free')
  must(await askFromAbroad(platform, by, { place, slot }))
  const now = { slot: clock.now() }
  await db.updateTable('abroad_case').set(now).where('person_id', '=', person).execute()
  const { id } = await db
    .updateTable('abroad_activation')
    .set(now)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Another mobile that was asked for at the desk. */
async function askedAtDesk(
  { platform, sent, runJobs }: TestPlatform,
  person: PersonNumber,
  desk: Parameters<typeof beginDeskMobile>[2],
): Promise<string> {
  const mobile = must(parseMobile(`05250001${String(++line).padStart(2, '0')}`))
  const matching = {
    ...platform,
    fingerprints: {
      templateOf: async () => 'a template',
      matcher: { match: async () => 'match' as const },
    },
  }
  const document = { kind: 'identity-card', number: person } as const
  const shown = { person, document, capture: 'sealed', mobile, unit, ip: '203.0.113.9' }
  const { id } = must(await beginDeskMobile(matching, shown, desk))
  await runJobs()
  const code = /\d{6}/.exec(sent.sms.findLast(({ to }) => to === mobile)?.text ?? '')?.[0] ?? ''
  must(await confirmDeskMobile(matching, { person, id, code }, desk))
  return id
}

/** What went right, or a test that stops where it did not. */
function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
