import type { Day } from '#kernel/day.ts'
import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import { type GccIdentity, numberByGccIdentity } from '#platform/people/gcc-identity.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Problem } from '#platform/problem.ts'
import { accountStateOf } from './account-state.ts'
import { noteContradiction } from './register-contradiction.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { findRegistration, isFree, type World } from './registration.ts'
import './register-tables.ts'

const HOUR = 3600

/** Milliseconds that looking a person up takes to the outside, whatever is found. */
const LOOK_UP_MS = 120

export interface RegistrationDetails {
  /** By one's own number, or, as a Gulf citizen, by one's own state's card (register register-gcc-account). */
  readonly person: PersonNumber | GccIdentity
  readonly born: Day
  readonly mobile: Mobile
  readonly email: Email
  readonly visual: VisualAnswer
}

/**
 * Takes the details (register register-account). Whether they are those of a living person without an
 * account, on their own line, is looked up, kept, and not told: the answer and its time are the same, and
 * only the text message that follows differs. Giving them again begins again from here.
 */
export function giveDetails(
  platform: World,
  registration: string,
  { person: asked, born, mobile, email, visual }: RegistrationDetails,
): Promise<Result<void, Problem>> {
  const { db, clock, vault } = platform
  return steady(LOOK_UP_MS, async () => {
    const at = clock.now()
    const row = await findRegistration(db, registration, at)
    if (!row) return err(texts.expired)
    const seen = await checkVisualCode(platform, visual)
    if (!seen.ok) return seen
    const allowed = await takeAll(
      db,
      [
        { key: `register-from:${vault.index(visual.ip)}`, limit: 200, per: HOUR },
        {
          key: `register-person:${vault.index(typeof asked === 'string' ? asked : `${asked.country}${asked.number}`)}`,
          limit: 10,
          per: HOUR,
        },
      ],
      at,
    )
    if (!allowed.ok) return allowed
    const person = typeof asked === 'string' ? asked : await numberByGccIdentity(db, asked)
    const [known, account] = person
      ? await Promise.all([findPerson(db, person), accountStateOf(db, person)])
      : []
    const theirs =
      known?.alive === true &&
      known.born === born &&
      (known.registeredMobile === undefined || known.registeredMobile === mobile)
    await transact(db, async (tx) => {
      await tx
        .updateTable('registration')
        .set({
          stage: 'details',
          person_id: person ?? null,
          genuine: theirs && isFree(account),
          mobile: vault.seal(mobile),
          mobile_index: vault.index(mobile),
          email: vault.seal(email),
        })
        .where('id', '=', row.id)
        .execute()
      if (known?.alive && !(theirs && isFree(account)))
        await noteContradiction(tx, platform, { known, born, mobile, at })
    })
    return ok(undefined)
  })
}
