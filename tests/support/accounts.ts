import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { parseEmail } from '#kernel/email.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { AccountState } from '#platform/accounts/account-tables.ts'
import type { ToConfirm } from '#platform/accounts/acts.ts'
import { openDemoAccounts } from '#platform/accounts/demo.ts'
import { appointOfficer } from '#platform/accounts/officer.ts'
import { openSession, principalOf } from '#platform/accounts/session.ts'
import { confirmCode, confirmPassword } from '#platform/accounts/step-up.ts'
import '#platform/accounts/activation-tables.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { codeOf, newVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import { mobileOf } from './people.ts'
import type { TestPlatform } from './platform.ts'

/** The password of every account that `anAccount` makes. */
export const testPassword = 'Quiet harbour 42 lanterns'

/** An account on the person's own line; answers the username. Activated unless `state` says otherwise. */
export async function anAccount(
  platform: Platform,
  person: PersonNumber,
  { state = 'activated', username = `user${person}` }: { state?: AccountState; username?: string } = {},
): Promise<string> {
  const email = parseEmail(`${username}@example.com`)
  if (!email.ok) throw new Error(email.error.en)
  await openDemoAccounts(platform, {
    accounts: [{ person, username, mobile: mobileOf(person), email: email.value, language: 'ar' }],
    password: testPassword,
  })
  if (state === 'activated') return username
  await platform.db
    .updateTable('account')
    .set(state === 'registered' ? { state, activated_at: null, activated_through: null } : { state })
    .where('person_id', '=', person)
    .execute()
  if (state === 'registered')
    await platform.db.deleteFrom('activation').where('person_id', '=', person).execute()
  return username
}

export interface TestSession {
  /** For the cookie. */
  readonly token: string
  readonly principal: Extract<Principal, { kind: 'person' | 'officer' }>
}

/** A signed-in person, without going through the pages; no account is needed. */
export async function aSession(
  platform: Platform,
  person: PersonNumber,
  { account = 'activated' }: { account?: 'registered' | 'activated' } = {},
): Promise<TestSession> {
  return open(platform, { person, account, officer: undefined, units: [] })
}

/** Somebody signed in to their own account, as its pages see them. */
export async function aHolder(platform: Platform, person: PersonNumber) {
  const { token, principal } = await aSession(platform, person)
  if (principal.kind !== 'person') throw new Error('A person was expected.')
  return { token, by: principal }
}

/** Confirms an act as its pages do: the password, then the code; answers the session's new token. */
export async function confirmAct(
  { platform, sent, runJobs }: Pick<TestPlatform, 'platform' | 'sent' | 'runJobs'>,
  { token, by }: Awaited<ReturnType<typeof aHolder>>,
  act: ToConfirm,
): Promise<string> {
  const first = await confirmPassword(platform, by, act, { password: testPassword, ip: '203.0.113.9' })
  if (!first.ok) throw new Error(first.error.code)
  await runJobs()
  const done = await confirmCode(platform, by, act, { code: lastCode(sent.sms, by.person), token })
  if (!done.ok) throw new Error(done.error.code)
  return done.value.token
}

let staff = 1000

/** A signed-in officer of these units, on the duty roster. */
export async function anOfficerSession(
  platform: Platform,
  person: PersonNumber,
  units: readonly string[],
): Promise<TestSession & { readonly principal: Extract<Principal, { kind: 'officer' }> }> {
  const officer = `OF-${++staff}`
  await transact(platform.db, (tx) => appointOfficer(tx, { officer, person, units }))
  const { token, principal } = await open(platform, { person, account: 'activated', officer, units })
  if (principal.kind !== 'officer') throw new Error('An officer was expected.')
  return { token, principal }
}

async function open(platform: Platform, who: Parameters<typeof openSession>[1]): Promise<TestSession> {
  const { token, session } = await transact(platform.db, (tx) => openSession(tx, who, platform.clock.now()))
  const principal = principalOf(session)
  if (principal.kind !== 'person' && principal.kind !== 'officer') throw new Error('Somebody was expected.')
  return { token, principal }
}

/** A right answer to a new visual code; `proof` also solves the puzzle as a browser with scripts does. */
export async function aVisualAnswer(
  platform: Platform,
  { ip = '203.0.113.7', proof = false }: { ip?: string; proof?: boolean } = {},
): Promise<VisualAnswer> {
  const { id, challenge } = await newVisualCode(platform)
  const code = codeOf(platform.vault, id)
  if (!proof) return { id, code, ip }
  const solution = await solveChallenge({ challenge, deriveKey })
  return { id, code, ip, proof: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }
}

/** The six digits of the last text message to a person's own line. */
export function lastCode(sent: readonly { to: string; text: string }[], person: PersonNumber): string {
  const message = sent.findLast(({ to }) => to === mobileOf(person))
  const [code] = /\d{6}/.exec(message?.text ?? '') ?? []
  if (code === undefined) throw new Error('No code has been sent there.')
  return code
}
