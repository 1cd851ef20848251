import { randomUUID } from 'node:crypto'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { sign } from '#platform/integrations/signature.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import { handleProviderEvent } from '#platform/payments/provider-event.ts'
import type { TestPlatform } from './platform.ts'

const provider = { provider: 'test', secret: 'the provider of the tests and nobody else' }

/** Says to the platform, signed, what the payment provider has to say. */
export async function providerSays(
  test: TestPlatform,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  const body = JSON.stringify({ id: randomUUID(), reference: 'test', ...event })
  const heard = await handleProviderEvent(
    test.platform,
    provider,
    body,
    sign(provider.secret, body, test.clock.now()),
  )
  if (!heard.ok) throw new Error(heard.error.code)
}

/** Pays a bill to the end, as its payer would at the provider, and runs what follows from it. */
export async function payBill(test: TestPlatform, payer: HolderNumber, bill: string): Promise<void> {
  const opened = await openPayment(test.platform, payer, bill, {
    language: 'ar',
    returnTo: 'http://localhost/',
  })
  if (!opened.ok) throw new Error(opened.error.en)
  const asked = test.payments.at(opened.value.url)
  await providerSays(test, { type: 'payment.settled', payment: asked.payment, amount: asked.amount })
  await test.runJobs()
}
