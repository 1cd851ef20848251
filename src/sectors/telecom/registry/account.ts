import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Iban } from '#kernel/iban.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { type RewardCode, rewards } from '../products.ts'
import { billsOf, type TelecomBill } from './bills.ts'
import type {} from './tables.ts'

/** An establishment's account at its operator. */
export interface TelecomAccount {
  readonly establishment: EstablishmentNumber
  readonly number: string
  readonly creditLimit: Halalas
  readonly points: number
  readonly openedOn: Day
  /** What is still to pay. */
  readonly due: readonly TelecomBill[]
  readonly operator: {
    readonly code: string
    readonly name: Text
    readonly company: EstablishmentNumber
    readonly iban: Iban
  }
}

export async function accountOf(
  db: Db,
  establishment: EstablishmentNumber,
): Promise<TelecomAccount | undefined> {
  const row = await db
    .selectFrom('telecom_account')
    .innerJoin('telecom_operator', 'telecom_operator.code', 'telecom_account.operator')
    .selectAll()
    .where('telecom_account.establishment_id', '=', establishment)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    establishment,
    number: row.number,
    creditLimit: row.credit_limit,
    points: row.points,
    openedOn: row.opened_on,
    due: await billsOf(db, establishment, 'due'),
    operator: {
      code: row.code,
      name: { ar: row.name_ar, en: row.name_en },
      company: row.company,
      iban: row.iban,
    },
  }
}

export async function setCreditLimit(
  tx: Tx,
  establishment: EstablishmentNumber,
  limit: Halalas,
): Promise<void> {
  await tx
    .updateTable('telecom_account')
    .set({ credit_limit: limit })
    .where('establishment_id', '=', establishment)
    .execute()
}

/** Exchanges points for a reward; false when there are not enough left, and nothing is taken. */
export async function redeem(
  tx: Tx,
  it: { readonly establishment: EstablishmentNumber; readonly reward: RewardCode; readonly at: Date },
): Promise<boolean> {
  const { points } = rewards[it.reward]
  const taken = await tx
    .updateTable('telecom_account')
    .set((set) => ({ points: set('points', '-', points) }))
    .where('establishment_id', '=', it.establishment)
    .where('points', '>=', points)
    .executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) return false
  await tx
    .insertInto('telecom_redemption')
    .values({ establishment_id: it.establishment, reward: it.reward, points, at: it.at })
    .execute()
  return true
}
