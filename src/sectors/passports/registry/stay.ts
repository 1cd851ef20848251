import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { type Visa, visasOf, visitKinds } from './visas.ts'

/** The visa on which a visitor came in and has not left, its stay perhaps over; nothing for anybody else. */
export const stayOf = async (db: Db, person: PersonNumber): Promise<Visa | undefined> =>
  (await visasOf(db, person)).find((one) => visitKinds.includes(one.kind) && one.state === 'used')
