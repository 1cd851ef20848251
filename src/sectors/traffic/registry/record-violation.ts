import { randomInt } from 'node:crypto'
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import { formatDay, formatMoney } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { rollForward } from '#kernel/working-time.ts'
import { record } from '#platform/audit/record.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { limitOn } from '../limits.ts'
import { type Tariff, tariffOn, type ViolationKind, violationTitle } from '../violation-kinds.ts'

export interface Report {
  /** Who answers for it. */
  readonly person: PersonNumber
  readonly kind: ViolationKind
  readonly committedAt: Date
  readonly place: Text
  /** In km/h. */
  readonly speed?: { readonly driven: number; readonly allowed: number }
  readonly sequenceNumber?: string
  /** The partner's client and its own number of the record: reported twice is recorded once. */
  readonly source: string
  readonly record: string
  readonly at: Date
}

export interface Recorded {
  readonly number: string
  /** The same record was reported before; nothing was written or sent. */
  readonly known: boolean
}

/** Records a violation and tells the person by SMS; everything that one writes is in the caller's transaction. */
export async function recordViolation(tx: Tx, it: Report): Promise<Recorded> {
  const before = await tx
    .selectFrom('violation_record')
    .select('number')
    .where('source', '=', it.source)
    .where('record', '=', it.record)
    .executeTakeFirst()
  if (before) return { number: before.number, known: true }
  const id = newId(it.at)
  const number = await claimNumber(tx, it.person, id)
  const claimed = await tx
    .insertInto('violation_record')
    .values({ source: it.source, record: it.record, number, person_id: it.person, violation_id: id })
    .onConflict((conflict) => conflict.columns(['source', 'record']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) {
    // The same report came twice at once, and the other one is in by now.
    await tx.deleteFrom('violation_number').where('number', '=', number).execute()
    return recordViolation(tx, it)
  }
  const tariff = tariffOn(it.kind, dayOf(it.committedAt))
  const dates = datesFrom(dayOf(it.at))
  await tx
    .insertInto('violation')
    .values({
      person_id: it.person,
      id,
      number,
      kind: it.kind,
      committed_at: it.committedAt,
      recorded_at: it.at,
      place_ar: it.place.ar,
      place_en: it.place.en,
      speed: it.speed?.driven ?? null,
      speed_limit: it.speed?.allowed ?? null,
      ...tariff,
      state: 'unpaid',
      object_by: dates.objectBy,
      pay_by: dates.payBy,
      sequence_number: it.sequenceNumber ?? null,
      decision: null,
      settled_at: null,
    })
    .execute()
  if (it.sequenceNumber)
    await tx.insertInto('unpaid_on_vehicle').values({ sequence_number: it.sequenceNumber, number }).execute()
  await record(tx, {
    subject: it.person,
    by: { kind: 'partner', client: it.source, scopes: ['violations:write'] },
    action: 'violation.write',
    about: number,
    ground: 'violations:write',
    at: it.at,
  })
  await tell(tx, it, { number, tariff, objectBy: dates.objectBy })
  return { number, known: false }
}

/** Deadlines of a violation recorded on a day; one that falls on a day of rest rolls forward (register F-15). */
export const datesFrom = (recorded: Day): { readonly objectBy: Day; readonly payBy: Day } => ({
  objectBy: rollForward(addDays(recorded, limitOn('objectionDays', recorded))),
  payBy: rollForward(addDays(recorded, limitOn('paymentWindowDays', recorded))),
})

/** Twelve digits that nobody can guess: with the person's number they open the public inquiry. */
async function claimNumber(tx: Tx, person: PersonNumber, id: string): Promise<string> {
  for (;;) {
    const number = String(randomInt(1e11, 1e12))
    const claimed = await tx
      .insertInto('violation_number')
      .values({ number, person_id: person, violation_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (claimed.numInsertedOrUpdatedRows === 1n) return number
  }
}

async function tell(
  tx: Tx,
  it: Report,
  { number, tariff, objectBy }: { number: string; tariff: Tariff; objectBy: Day },
): Promise<void> {
  const title = violationTitle(it.kind)
  await notify(tx, {
    to: it.person,
    key: `violation:${number}`,
    title: { ar: 'سُجّلت عليك مخالفة مرورية', en: 'A traffic violation was recorded' },
    body: {
      ar: `سُجّلت عليك مخالفة رقم ${number}: ${title.ar}، ${it.place.ar}، ${formatDay(dayOf(it.committedAt), 'ar')}. الغرامة ${formatMoney(tariff.amount, 'ar')}. يمكنك الاعتراض حتى ${formatDay(objectBy, 'ar')}.`,
      en: `Violation ${number} was recorded: ${title.en}, ${it.place.en}, ${formatDay(dayOf(it.committedAt), 'en')}. Fine ${formatMoney(tariff.amount, 'en')}. You can object until ${formatDay(objectBy, 'en')}.`,
    },
    link: '/services/query-traffic-violations',
    sms: true,
    at: it.at,
  })
}
