import { z } from 'zod'
import { holderNumber } from '#kernel/holder-number.ts'
import { personNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import { lapse } from './ahead.ts'
import { ledgerBalances } from './ledger.ts'
import { raiseTrouble } from './trouble.ts'

/** A bank that has not given money back by then is an operator's to ask [assumed]. */
const bankDays = 7

const person = z.string().transform(holderNumber)
const refund = z.object({ person, payment: z.uuid() })
const ahead = z.object({ person: z.string().transform(personNumber), bill: z.uuid() })
const payout = z.object({ person, payout: z.uuid() })

/** Refund and payout ask the provider and end; what came of it arrives by webhook. Asked again, it is the same ask. */
export const tasks: Tasks = {
  'payments.refund': async (platform, payload) => {
    const it = refund.parse(payload)
    const payment = await platform.db
      .selectFrom('payment')
      .select(['state', 'taken_by', 'reference', 'received'])
      .where('person_id', '=', it.person)
      .where('id', '=', it.payment)
      .executeTakeFirstOrThrow()
    if (payment.state !== 'refunding') return
    // A bank comes by itself for what it has to give back: see `refundAtBank`.
    if (payment.taken_by === 'bank') {
      const runAt = new Date(platform.clock.now().getTime() + bankDays * 86_400_000)
      const key = `payments.bank-refund-due:${it.payment}`
      return enqueue(platform.db, { task: 'payments.bank-refund-due', payload, key, runAt })
    }
    // Owed and not to be sent for: an operator has to see that.
    if (!payment.reference || !payment.received) throw new Error(`payment ${it.payment} cannot be refunded`)
    await provider(platform).refund({
      refund: it.payment,
      reference: payment.reference,
      amount: payment.received,
    })
  },

  'payments.bank-refund-due': async ({ db, clock }, payload) => {
    const it = refund.parse(payload)
    const late = await db
      .selectFrom('payment')
      .select('amount')
      .where('person_id', '=', it.person)
      .where('id', '=', it.payment)
      .where('state', '=', 'refunding')
      .executeTakeFirst()
    if (!late) return
    const trouble = { kind: 'refund-waits', payment: it.payment, person: it.person, at: clock.now() } as const
    await transact(db, (tx) => raiseTrouble(tx, { ...trouble, amount: late.amount }))
  },

  'payments.ahead-lapses': async ({ db, clock }, payload) => {
    const { person: payer, bill } = ahead.parse(payload)
    await transact(db, (tx) => lapse(tx, { payer, bill, at: clock.now() }))
  },

  'payments.payout': async (platform, payload) => {
    const it = payout.parse(payload)
    const row = await platform.db
      .selectFrom('payout')
      .select(['state', 'iban', 'amount'])
      .where('person_id', '=', it.person)
      .where('id', '=', it.payout)
      .executeTakeFirstOrThrow()
    if (row.state !== 'asked') return
    await provider(platform).payout({
      payout: it.payout,
      iban: platform.vault.open(row.iban),
      amount: row.amount,
    })
  },

  // A failed job is what an operator sees: books that do not agree are one.
  'payments.reconcile': async (platform) => {
    const { mistakes } = await ledgerBalances(platform.db)
    if (mistakes.length > 0) throw new Error(`the books do not agree: ${mistakes.join('; ')}`)
  },
}

/** At half past four in the night in Riyadh. */
export const recurring: readonly Recurring[] = [{ task: 'payments.reconcile', cron: '30 1 * * *' }]

function provider(platform: Platform) {
  if (!platform.payments) throw new Error('no payment provider is configured')
  return platform.payments
}
