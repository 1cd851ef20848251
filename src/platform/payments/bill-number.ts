import { randomInt } from 'node:crypto'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { luhnDigit } from '#kernel/luhn.ts'
import type { Tx } from '#platform/database/tables.ts'

/** Twelve digits that a person can type in a bank: eleven random ones and a check digit (Luhn). */
export async function claimBillNumber(tx: Tx, person: HolderNumber): Promise<string> {
  for (;;) {
    const eleven = String(randomInt(10_000_000_000, 100_000_000_000))
    const number = eleven + luhnDigit(eleven)
    const claimed = await tx
      .insertInto('bill_number')
      .values({ number, person_id: person })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    if (claimed) return number
  }
}
