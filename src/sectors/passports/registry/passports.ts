import type { Insertable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { type Passport as BasePassport, passportsOf as basePassportsOf } from '#platform/people/person.ts'
import type { BookletKind, BookletState, PassportBookletTable } from './tables.ts'

/** A passport of the base register with what has become of the booklet. */
export interface Passport extends BasePassport {
  readonly holder: PersonNumber
  readonly kind: BookletKind
  readonly state: BookletState
  /** Where the Kingdom issued it; nothing for a foreign one. */
  readonly place: Text | undefined
  readonly activatedOn: Day | undefined
}

export type PassportStatus = BookletState | 'expired'
export const passportStatus = (it: Passport, today: Day): PassportStatus =>
  (it.state === 'active' || it.state === 'issued') && it.expiresOn < today ? 'expired' : it.state

/** One travels with it on this day. */
export const isGood = (it: Passport, today: Day): boolean => passportStatus(it, today) === 'active'

/** A person's passports, the one that lasts longest first. A foreign one that nothing was reported of is active. */
export async function passportsOf(db: Db, person: PersonNumber): Promise<readonly Passport[]> {
  const [passports, booklets] = await Promise.all([
    basePassportsOf(db, person),
    db.selectFrom('passport_booklet').selectAll().where('person_id', '=', person).execute(),
  ])
  return passports.map((one) => {
    const booklet = booklets.find((it) => it.number === one.number && it.nationality === one.nationality)
    return {
      ...one,
      holder: person,
      kind: booklet?.kind ?? 'ordinary',
      state: booklet?.state ?? 'active',
      place: booklet && { ar: booklet.place_ar, en: booklet.place_en },
      activatedOn: booklet?.activated_on ?? undefined,
    }
  })
}

/** Enters what is known of a booklet; its passport is in the base register. */
export async function enterBooklet(tx: Db, row: Insertable<PassportBookletTable>): Promise<void> {
  await tx.insertInto('passport_booklet').values(row).execute()
}

/** Makes an issued booklet good for travelling, once the old one is handed over (register `passport-activation`). */
export async function activateBooklet(
  tx: Tx,
  it: {
    readonly holder: PersonNumber
    readonly number: PassportNumber
    readonly on: Day
    readonly at: Date
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('passport_booklet')
    .set({ state: 'active', activated_on: it.on, changed_at: it.at })
    .where('person_id', '=', it.holder)
    .where('nationality', '=', 'SAU')
    .where('number', '=', it.number)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Ends a booklet for good; says whether it was still good for anything. */
export async function endBooklet(
  tx: Tx,
  it: {
    readonly holder: PersonNumber
    readonly number: PassportNumber
    readonly state: 'superseded' | 'lost' | 'cancelled'
    readonly at: Date
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('passport_booklet')
    .set({ state: it.state, changed_at: it.at })
    .where('person_id', '=', it.holder)
    .where('nationality', '=', 'SAU')
    .where('number', '=', it.number)
    .where('state', 'in', ['issued', 'active'])
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
