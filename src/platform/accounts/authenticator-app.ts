import { randomBytes } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { noteChange } from './changes.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { base32, otpauth, stepOfCode } from './totp.ts'
import './account-tables.ts'
import './second-factor-tables.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>
type Opener = Pick<Platform['vault'], 'open'>

/** An app that shows codes: not there, being set up, or in use. */
export type AppState =
  | { readonly state: 'none' }
  | {
      readonly state: 'offered'
      /** To type into the app. */
      readonly secret: string
      /** To scan with it. */
      readonly address: string
    }
  | { readonly state: 'on'; readonly since: Date }

/** Where the app of a person stands. */
export async function appState({ db, vault }: Pick<World, 'db' | 'vault'>, by: Holder): Promise<AppState> {
  const app = await appOf(db, by.person)
  if (!app) return { state: 'none' }
  if (app.confirmed_at) return { state: 'on', since: app.confirmed_at }
  const account = await db
    .selectFrom('account')
    .select('username')
    .where('person_id', '=', by.person)
    .executeTakeFirstOrThrow()
  const secret = secretOf(vault, app)
  return { state: 'offered', secret: base32(secret), address: otpauth(secret, account.username) }
}

/** Whether a person's second factor is an app. */
export const hasApp = async (db: Db, person: PersonNumber): Promise<boolean> =>
  Boolean((await appOf(db, person))?.confirmed_at)

/** Makes a secret for an app; one that is in use stays. */
export async function offerApp({ db, clock, vault }: World, by: Holder): Promise<void> {
  await db
    .insertInto('authenticator_app')
    .values({
      person_id: by.person,
      secret: vault.seal(randomBytes(20).toString('base64url')),
      last_step: 0,
      made_at: clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the app into use, once it has shown that it knows the secret. */
export function confirmApp(
  { db, clock, vault, config }: World,
  by: Holder,
  code: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const app = await appOf(tx, by.person)
    if (!app || app.confirmed_at) return err(problems.notFound)
    const step = stepOfCode(secretOf(vault, app), code, at)
    if (step === undefined) return err(problems.answersWrong({ code: wrongCode }))
    const confirmed = await spendStepUp(tx, by, 'app-code', at)
    if (!confirmed.ok) return confirmed
    await tx
      .updateTable('authenticator_app')
      .set({ confirmed_at: at, last_step: step })
      .where('person_id', '=', by.person)
      .execute()
    await noteChange(tx, config, { person: by.person, by, action: 'account.add-app', notice: added, at })
    return ok(undefined)
  })
}

/** Takes the app out of use after a step-up; text messages bring the codes again. */
export function removeApp({ db, clock, config }: World, by: Holder): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'app-code', at)
    if (!confirmed.ok) return confirmed
    const { numDeletedRows } = await tx
      .deleteFrom('authenticator_app')
      .where('person_id', '=', by.person)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return err(problems.notFound)
    await noteChange(tx, config, { person: by.person, by, action: 'account.remove-app', notice: removed, at })
    return ok(undefined)
  })
}

/** Uses a code of the person's app: each code once, and none older than the last that was used. */
export async function useAppCode(
  tx: Tx,
  vault: Opener,
  { person, code }: { readonly person: PersonNumber; readonly code: string },
  at: Date,
): Promise<boolean> {
  const app = await appOf(tx, person)
  const step = app?.confirmed_at ? stepOfCode(secretOf(vault, app), code, at) : undefined
  if (step === undefined) return false
  const { numUpdatedRows } = await tx
    .updateTable('authenticator_app')
    .set({ last_step: step })
    .where('person_id', '=', person)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const appOf = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('authenticator_app')
    .select(['secret', 'confirmed_at'])
    .where('person_id', '=', person)
    .executeTakeFirst()

const secretOf = (vault: Opener, { secret }: { readonly secret: string }): Buffer =>
  Buffer.from(vault.open(secret), 'base64url')

const wrongCode = {
  ar: 'الرمز غير صحيح. تأكد أن ساعة جوالك مضبوطة، واكتب الرمز الظاهر الآن',
  en: 'That is not the code. Check that your phone’s clock is right, and type the code that it shows now',
}

const added = {
  title: { ar: 'أُضيف تطبيق رموز إلى حسابك', en: 'A code app was added to your account' },
  body: {
    ar: 'ديوان: صارت رموز الدخول تأتي من تطبيق في جوالك.',
    en: 'Diwan: your sign-in codes now come from an app on your phone.',
  },
}
const removed = {
  title: { ar: 'أُزيل تطبيق الرموز من حسابك', en: 'The code app was removed from your account' },
  body: {
    ar: 'ديوان: أُزيل تطبيق الرموز، وعادت الرموز تصل برسالة.',
    en: 'Diwan: the code app was removed; codes come by message again.',
  },
}
