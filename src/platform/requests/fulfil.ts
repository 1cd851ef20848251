import { sql } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Iban } from '#kernel/iban.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { orderDelivery } from '#platform/deliveries/delivery.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import { payOut } from '#platform/payments/payout.ts'
import { actorOf, type Case, personOf } from './case.ts'
import { contextOf, describe, effectContext, lostSubject } from './context.ts'
import { reject } from './end.ts'
import { issueDocuments } from './issue-documents.ts'
import { judge, unmet } from './judge.ts'
import { Refusal } from './refusal.ts'
import { endText, tellEnd } from './tell.ts'

/**
 * Closes a request: the rules once more, the effect on the registry, documents, delivery and payout,
 * all in the caller's transaction. What no longer holds ends it as rejected, and money goes back.
 */
export async function fulfil(it: Case): Promise<void> {
  const context = await effectContext(it)
  if (!context) return reject(it, lostSubject)
  const { parties } = it.state()
  const verdicts = await judge({ ...it.engine, db: it.tx }, it.service, {
    moment: 'fulfilment',
    viewer: 'applicant',
    applicant: it.applicant,
    actor: actorOf(it),
    subject: context.subject,
    answers: it.row.answers,
    parties,
  })
  if (unmet(verdicts).length) return reject(it, noLongerMet, unmet(verdicts))

  const before = await describe(it)
  await sql`savepoint effect`.execute(it.tx)
  try {
    await it.service.effect(context)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint effect`.execute(it.tx)
    return reject(it, error.because)
  }
  const says = await endText(it, 'fulfilled', before)
  it.add({ type: 'fulfilled', documents: await issueDocuments(it, 'fulfilled'), says })
  await followRegistry(
    it.tx,
    it.engine,
    [it.applicant, it.row.subject_person, ...Object.values(parties)],
    it.at,
  )
  await deliver(it)
  await payTheSeller(it)
  await tellEnd(it, 'fulfilled', before)
}

async function deliver(it: Case): Promise<void> {
  const { delivery } = it.service
  const address = delivery && it.row.answers[delivery.addressField]
  if (!delivery || !address) return
  await orderDelivery(it.tx, {
    person: it.applicant,
    request: it.row.id,
    what: delivery.what,
    address,
    at: it.at,
  })
}

async function payTheSeller(it: Case): Promise<void> {
  const { payout } = it.service
  if (!payout) return
  for (const step of it.service.steps) {
    if (step.kind !== 'payment' || !step.items.some((item) => 'kind' in item && item.kind === 'escrow'))
      continue
    const bill = it.state().bills[step.id]
    if (bill?.state !== 'paid') continue
    const { to, iban } = await payeeOf(it, payout)
    await payOut(it.tx, it.engine.vault, { payer: bill.payer, bill: bill.id, to, iban, at: it.at })
  }
}

async function payeeOf(
  it: Case,
  payout: NonNullable<ServiceDefinition['payout']>,
): Promise<{ readonly to: HolderNumber; readonly iban: Iban }> {
  // The field is an `iban` field: the check at start sees to it.
  if ('to' in payout) return { to: personOf(it, payout.to), iban: it.row.answers[payout.ibanField] as Iban }
  const context = await contextOf(it)
  if (!context) throw new Error(`request ${it.row.reference} lost its subject on the way to its payout`)
  const { holder, iban } = await payout.payee(context)
  return { to: holder, iban }
}

const noLongerMet = {
  ar: 'تغيّرت حال السجل بعد إرسال الطلب فلم يعد شرط أو أكثر متحققًا.',
  en: 'The record changed after you sent the request, so one condition or more is no longer met.',
}
