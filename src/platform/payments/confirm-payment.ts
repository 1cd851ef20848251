import { formatMoney } from '#kernel/format.ts'
import { sar } from '#kernel/money.ts'
import { ok, type Result } from '#kernel/result.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import type { Bill } from './bill.ts'

/** From this total on, paying asks for a fresh confirmation [assumed]. */
export const confirmFrom = sar(500)

/** Asks whoever is about to pay a larger bill to confirm it, amount and all; `page` is where paying goes on. */
export function confirmPayment(
  platform: Pick<Platform, 'db' | 'clock'>,
  principal: Principal,
  bill: Bill,
  page: string,
): Promise<Result<void, Problem>> {
  if (bill.state !== 'due' || bill.total < confirmFrom) return Promise.resolve(ok(undefined))
  const { id, title, total } = bill
  const says = {
    ar: `سداد ${formatMoney(total, 'ar')} عن: ${title.ar}`,
    en: `pay ${formatMoney(total, 'en')} for: ${title.en}`,
  }
  return requireConfirmed(platform, principal, 'bill.pay', { id, says, page })
}
