import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { isOff } from './factor-failures.ts'
import { type CodeSent, issueCode, verifyCode } from './one-time-code.ts'
import { replaceMobile } from './replace-mobile.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import './account-tables.ts'
import './change-contact-tables.ts'

const LIFE_MS = 15 * 60_000

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/**
 * Asks for another mobile after a step-up: a line in the same person's name, to which a code goes
 * (register update-mobile-number). Until the code is typed the mobile stays as it was.
 */
export async function askForMobile(
  platform: World,
  by: Holder,
  { mobile, ip }: { readonly mobile: Mobile; readonly ip: string },
): Promise<Result<void, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const [account, person] = await Promise.all([accountOf(db, by.person), findPerson(db, by.person)])
  if (!account || !person) return err(problems.signInFirst)
  // The same line again has its codes back once they were turned off.
  if (account.mobile_index === vault.index(mobile) && !(await isOff(db, by.person, 'sms')))
    return err(problems.answersWrong({ mobile: sameMobile }))
  if (person.registeredMobile !== undefined && person.registeredMobile !== mobile)
    return err(problems.answersWrong({ mobile: notOwn }))
  const asked = {
    person_id: by.person,
    mobile: vault.seal(mobile),
    mobile_index: vault.index(mobile),
    expires_at: new Date(at.getTime() + LIFE_MS),
  }
  const kept = await transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'change-mobile', at)
    if (!confirmed.ok) return confirmed
    await tx
      .insertInto('mobile_change')
      .values({ session: by.session, ...asked })
      .onConflict((conflict) => conflict.column('session').doUpdateSet(asked))
      .execute()
    return ok(undefined)
  })
  if (!kept.ok) return kept
  const sent = await sendMobileCode(platform, by, { ip })
  // A code that went there a moment ago is still good.
  return sent.ok || sent.error.code === 'code-just-sent' ? ok(undefined) : sent
}

/** Sends the code to the new line. */
export async function sendMobileCode(
  platform: World,
  by: Holder,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  const asked = await find(db, by, clock.now())
  const account = await accountOf(db, by.person)
  if (!asked || !account) return err(askAgain)
  return issueCode(platform, {
    ...codeFor(by, asked.mobile_index),
    // Sealed after it was parsed.
    mobile: vault.open(asked.mobile) as Mobile,
    language: account.language,
    text: {
      ar: 'رمز ديوان لجعل هذا الرقم جوال حسابك: {code}. لا تعطه لأحد.',
      en: 'Diwan code to make this the mobile of your account: {code}. Give it to nobody.',
    },
    ip,
  })
}

/** The new line that waits for its code, masked. */
export async function askedMobile({ db, clock, vault }: World, by: Holder): Promise<string | undefined> {
  const asked = await find(db, by, clock.now())
  // Sealed after it was parsed.
  return asked && maskMobile(vault.open(asked.mobile) as Mobile)
}

/**
 * Takes the code from the new line, once: the account has the new mobile, the old and the new line hear of
 * it, and high-risk acts wait 24 hours.
 */
export function confirmMobile(platform: World, by: Holder, code: string): Promise<Result<void, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  return transact(db, async (tx) => {
    const asked = await find(tx, by, at)
    if (!asked) return err(askAgain)
    const right = await verifyCode(tx, vault, { ...codeFor(by, asked.mobile_index), code }, at)
    if (!right.ok) return right
    await tx.deleteFrom('mobile_change').where('person_id', '=', by.person).execute()
    await replaceMobile(platform, tx, {
      person: by.person,
      // Sealed after it was parsed.
      mobile: vault.open(asked.mobile) as Mobile,
      by,
      ground: 'account',
    })
    return ok(undefined)
  })
}

/** A code is bound to the line that it was sent to. */
const codeFor = (by: Holder, mobile: string) => ({ holder: by.session, purpose: `change-mobile:${mobile}` })

const find = (db: Db, by: Holder, at: Date) =>
  db
    .selectFrom('mobile_change')
    .select(['mobile', 'mobile_index'])
    .where('session', '=', by.session)
    .where('expires_at', '>', at)
    .executeTakeFirst()

const accountOf = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('account')
    .select(['mobile', 'mobile_index', 'language'])
    .where('person_id', '=', person)
    .executeTakeFirst()

const sameMobile = { ar: 'هذا جوال حسابك الآن', en: 'This is the mobile of your account already' }
const notOwn = {
  ar: 'هذا الرقم ليس مسجلًا باسمك. سجّله باسمك لدى المشغّل أولًا',
  en: 'This line is not in your name. Have your operator register it to you first',
}

const askAgain: Problem = {
  status: 409,
  code: 'mobile-change-expired',
  title: { ar: 'انتهت مهلة تغيير الجوال', en: 'This change has run out of time' },
  detail: { ar: 'لم يتغير شيء. ابدأ من جديد.', en: 'Nothing was changed. Please begin again.' },
  next: { label: { ar: 'تغيير الجوال', en: 'Change the mobile' }, page: '/account/mobile' },
}
