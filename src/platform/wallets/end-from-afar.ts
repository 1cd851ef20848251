import { err, ok, type Result } from '#kernel/result.ts'
import { noteChange } from '#platform/accounts/changes.ts'
import type { Holder } from '#platform/accounts/step-up.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { endWalletDevice } from './end.ts'

/** Takes one's documents off a phone from afar, at once and without a step-up: it can only make things safer. */
export function endWallet(
  { db, clock, config }: Pick<Platform, 'db' | 'clock' | 'config'>,
  by: Holder,
  id: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const ended = await endWalletDevice(tx, by.person, 'holder', at, { id })
    if (!ended) return err(problems.notFound)
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.end-wallet',
      about: ended.name,
      notice: removed(ended.name),
      at,
    })
    return ok(undefined)
  })
}

const removed = (name: string) => ({
  title: { ar: 'أُزيلت وثائقك من جوالك', en: 'Your documents were taken off your phone' },
  body: {
    ar: `ديوان: لم تعد وثائقك على ${name} سارية، ويمحوها أول ما يتصل.`,
    en: `Diwan: your documents on ${name} are no longer good, and it erases them as soon as it connects.`,
  },
})
