import type { Text } from '#kernel/text.ts'
import { cancelBooking } from '#platform/appointments/booking.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import { refundBill } from '#platform/payments/refund.ts'
import type { Case } from './case.ts'
import { effectContext } from './context.ts'
import { issueDocuments } from './issue-documents.ts'
import { tellEnd } from './tell.ts'
import { words } from './words.ts'

/** Ends a request as rejected: what was held is let go, what was paid goes back. */
export async function reject(it: Case, because: Text, verdicts?: readonly Verdict[]): Promise<void> {
  await letGo(it, 'rejected')
  const documents = it.state().decision ? await issueDocuments(it, 'rejected') : []
  it.add({ type: 'rejected', because, documents, ...(verdicts ? { verdicts } : {}) })
  await tellEnd(it, 'rejected')
}

export async function cancel(it: Case): Promise<void> {
  await letGo(it, 'cancelled')
  it.add({ type: 'cancelled' })
  await tellEnd(it, 'cancelled')
}

export async function expire(it: Case): Promise<void> {
  const { step } = it.state()
  await letGo(it, 'expired')
  it.add({ type: 'expired', step })
  await tellEnd(it, 'expired')
}

async function letGo(it: Case, how: 'rejected' | 'cancelled' | 'expired'): Promise<void> {
  const { bills, appointment, kept } = it.state()
  for (const bill of Object.values(bills)) {
    const done = await refundBill(it.tx, {
      payer: bill.payer,
      bill: bill.id,
      reason: words.refundBecause[how],
      at: it.at,
    })
    if (done === 'refunding') it.add({ type: 'refunding', bill: bill.id, total: bill.total })
  }
  if (appointment && !kept)
    await cancelBooking(it.tx, { person: it.applicant, id: appointment.id, at: it.at })
  await closeOfficeCases(it)
  if (!it.service.onEnd) return
  const context = await effectContext(it)
  if (context) await it.service.onEnd(context, how)
}

/** Takes the request off the queues of the units. */
export async function closeOfficeCases(it: Case): Promise<void> {
  for (const step of it.service.steps)
    if (step.kind === 'review' || step.kind === 'appointment')
      await it.tx
        .updateTable('office_case')
        .set({ state: 'closed', closed_at: it.at })
        .where('unit', '=', step.unit)
        .where('request_id', '=', it.row.id)
        .where('state', '=', 'open')
        .execute()
}
