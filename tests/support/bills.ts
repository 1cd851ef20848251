import { expect } from 'vitest'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { sign } from '#platform/integrations/signature.ts'
import { type BillLine, findBill, raiseBill } from '#platform/payments/bill.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import { handleProviderEvent } from '#platform/payments/provider-event.ts'
import { testPlatform } from './platform.ts'

const lines: readonly BillLine[] = [
  { title: { ar: 'رسم نقل الملكية', en: 'Transfer of ownership' }, kind: 'government-fee', amount: sar(150) },
  { title: { ar: 'خدمة المبايعة', en: 'Sale service' }, kind: 'platform-fee', amount: sar(230) },
  { title: { ar: 'ثمن المركبة', en: 'Price of the car' }, kind: 'escrow', amount: sar(20_000) },
]
const title = { ar: 'مبايعة مركبة', en: 'Sale of a vehicle' }

/** A platform, and bills of 20,380 riyals with what a payer and the provider do about them. */
export async function billWorld() {
  const at = await testPlatform()
  const secret = 'a secret that the test and the biller share'
  const hour = 3_600_000
  let events = 0

  const raise = (payer: PersonNumber, more: Partial<Parameters<typeof raiseBill>[1]> = {}) =>
    transact(at.db, (tx) =>
      raiseBill(tx, {
        payer,
        title,
        lines,
        due: new Date(at.clock.now().getTime() + 24 * hour),
        at: at.clock.now(),
        ...more,
      }),
    )

  /** The payment that the provider was asked for. */
  async function open(payer: PersonNumber, bill: string): Promise<string> {
    const opened = await openPayment(at.platform, payer, bill, {
      language: 'ar',
      returnTo: 'https://x.test/',
    })
    if (!opened.ok) throw new Error(opened.error.en)
    return at.payments.at(opened.value.url).payment
  }

  function hear(event: Record<string, unknown>, id = `evt-${events++}`) {
    const body = JSON.stringify({ id, reference: `ref-${event.payment ?? event.payout}`, ...event })
    const signed = sign(secret, body, at.clock.now())
    return handleProviderEvent(at.platform, { provider: 'test', secret }, body, signed)
  }

  return {
    at,
    secret,
    hour,
    raise,
    open,
    hear,
    settle: (payment: string, amount: number = sar(20_380)) =>
      hear({ type: 'payment.settled', payment, amount }),
    stateOf: async (payer: PersonNumber, bill: string) => (await findBill(at.db, payer, bill))?.state,
    balanced: async () => expect((await ledgerBalances(at.db)).mistakes).toEqual([]),
  }
}
