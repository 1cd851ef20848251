import { toAsciiDigits } from '#kernel/digits.ts'
import { plural } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { tooMany } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { hasApp, useAppCode } from './authenticator-app.ts'
import { noteChange } from './changes.ts'
import { clearFailures, countFailure, isOff } from './factor-failures.ts'
import { factorTexts } from './factor-texts.ts'
import { holdAccount } from './hold.ts'
import { clearTries, countTry } from './lockout.ts'
import { type CodeFor, incomplete, verifyCode } from './one-time-code.ts'
import { recoveryCodeIn, recoveryCodesLeft, useRecoveryCode } from './recovery-codes.ts'
import type { Method } from './session.ts'

/**
 * Takes the second factor, whichever it is: the code of a text message bound to this operation, of the
 * person's app, or a recovery code. Answers which; each is good once.
 */
export async function proveSecond(
  tx: Tx,
  { vault, config }: Pick<Platform, 'vault' | 'config'>,
  { person, code, ...operation }: CodeFor & { readonly person: PersonNumber; readonly code: string },
  at: Date,
): Promise<Result<Method, Problem>> {
  const recovery = recoveryCodeIn(code)
  const app = await hasApp(tx, person)
  if (recovery === undefined && !app)
    return proveBySms(tx, { vault, config }, { ...operation, person, code }, at)
  // A text message's code has its own three tries; these would have none.
  const keys = [`second:${vault.index(person)}`]
  const allowed = await countTry(tx, keys, at)
  if (!allowed.allowed) return err(tooMany(allowed.retryAfter))
  const method = await useEither(tx, vault, { person, recovery, code: plain(code) }, at)
  if (method === undefined) {
    const factor = recovery === undefined ? 'app' : 'recovery'
    const right = recovery === undefined && !(await isOff(tx, person, 'sms'))
    if (!right || !(await verifyCode(tx, vault, { ...operation, code }, at)).ok) {
      await countFailure(tx, config, { person, factor }, at)
      return err(problems.answersWrong(factor === 'app' ? { code: wrongCode } : { recovery: wrongRecovery }))
    }
  }
  await clearTries(tx, keys)
  await clearFailures(tx, person, method ?? 'sms')
  if (method === 'recovery') await tellRecoveryUsed(tx, config, person, at)
  return ok(method ?? 'sms')
}

/** For who lost the mobile: whether this is the code of their app or a recovery code of theirs. It is used up. */
export async function proveWithoutMobile(
  tx: Tx,
  { vault, config }: Pick<Platform, 'vault' | 'config'>,
  person: PersonNumber,
  code: string,
  at: Date,
): Promise<boolean> {
  const recovery = recoveryCodeIn(code)
  if (recovery === undefined && !(await hasApp(tx, person))) return false
  const allowed = await countTry(tx, [`second:${vault.index(person)}`], at)
  if (!allowed.allowed) return false
  const method = await useEither(tx, vault, { person, recovery, code: plain(code) }, at)
  if (method === undefined) return false
  await clearTries(tx, [`second:${vault.index(person)}`])
  await clearFailures(tx, person, method)
  if (method === 'recovery') await tellRecoveryUsed(tx, config, person, at)
  return true
}

async function proveBySms(
  tx: Tx,
  { vault, config }: Pick<Platform, 'vault' | 'config'>,
  it: CodeFor & { readonly person: PersonNumber; readonly code: string },
  at: Date,
): Promise<Result<Method, Problem>> {
  const { person } = it
  if (await isOff(tx, person, 'sms')) return err(factorTexts.smsOff)
  const right = await verifyCode(tx, vault, it, at)
  if (right.ok) await clearFailures(tx, person, 'sms')
  else if (right.error !== incomplete) await countFailure(tx, config, { person, factor: 'sms' }, at)
  return right.ok ? ok('sms') : right
}

async function useEither(
  tx: Tx,
  vault: Pick<Platform['vault'], 'index' | 'open'>,
  it: { readonly person: PersonNumber; readonly recovery: string | undefined; readonly code: string },
  at: Date,
): Promise<'recovery' | 'app' | undefined> {
  const { person, recovery, code } = it
  if (recovery !== undefined)
    return (await useRecoveryCode(tx, vault, { person, code: recovery }, at)) ? 'recovery' : undefined
  return (await useAppCode(tx, vault, { person, code }, at)) ? 'app' : undefined
}

/** Somebody without the usual second factor got in, or did something: high-risk acts wait a day. */
const tellRecoveryUsed = async (tx: Tx, config: Platform['config'], person: PersonNumber, at: Date) => {
  await holdAccount(tx, person, at)
  await noteChange(tx, config, {
    person,
    by: anonymous,
    action: 'account.use-recovery-code',
    notice: recoveryUsed(await recoveryCodesLeft(tx, person)),
    at,
  })
}

const recoveryUsed = (left: number) => ({
  title: { ar: 'استُعمل رمز استرداد', en: 'A recovery code was used' },
  body: {
    ar: `ديوان: استُعمل رمز استرداد لحسابك. ${plural('ar', left, { zero: 'لم يبقَ رمز', one: 'بقي رمز واحد', two: 'بقي رمزان', few: 'بقيت {n} رموز', other: 'بقي {n} رمزًا' })}.`,
    en: `Diwan: a recovery code of your account was used. ${plural('en', left, { one: 'One is left', other: '{n} are left' })}.`,
  },
})

const plain = (code: string) => toAsciiDigits(code).replaceAll(/\s/g, '')

const wrongCode = {
  ar: 'الرمز غير صحيح أو استُعمل. اكتب الرمز الظاهر الآن في تطبيقك',
  en: 'That is not the code, or it was used. Type the one that your app shows now',
}
const wrongRecovery = {
  ar: 'رمز الاسترداد غير صحيح أو استُعمل من قبل',
  en: 'That is not a recovery code of yours, or it was used before',
}
