import type { Brand } from '#kernel/brand.ts'
import { compact } from '#kernel/digits.ts'
import { luhnValid } from '#kernel/luhn.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { countryName } from './country.ts'
import type {} from './tables.ts'

/** The national ID number of a citizen of a Gulf state: digits alone. */
export type GccNumber = Brand<string, 'GccNumber'>

/** How each state writes them, as they are printed on its cards [assumed, keep as data]. */
const forms = {
  ARE: { digits: [15], starts: '784' },
  BHR: { digits: [9], starts: '' },
  KWT: { digits: [12], starts: '' },
  OMN: { digits: [7, 8], starts: '' },
  QAT: { digits: [11], starts: '' },
} as const

export type GccCountry = keyof typeof forms
// The keys of the object above, in its order.
export const gccCountries = Object.keys(forms) as readonly GccCountry[]

export interface GccIdentity {
  readonly country: GccCountry
  readonly number: GccNumber
}

/** Reads what is on the card; spaces, hyphens and Eastern digits are fine. */
export function parseGccNumber(country: GccCountry, input: string): Result<GccNumber, Text> {
  const written = compact(input)
  const { digits, starts } = forms[country]
  const right =
    /^\d+$/.test(written) &&
    digits.some((long) => long === written.length) &&
    written.startsWith(starts) &&
    // The Emirates print a check digit that is known; how the others make theirs is not published.
    (country !== 'ARE' || luhnValid(written))
  // The only place where the checks above have been made.
  if (right) return ok(written as GccNumber)
  const { ar, en } = countryName(country)
  const long = { ar: digits.join(' أو '), en: digits.join(' or ') }
  return err({
    ar: `راجع الرقم كما هو على بطاقتك: في ${ar} عدد خاناته ${long.ar}${starts && `، ويبدأ بـ ${starts}`}`,
    en: `Check the number on your card: in ${en} it has ${long.en} digits${starts && ` and begins with ${starts}`}`,
  })
}

/** The border number of the person who holds the card, once they have come in with it. */
export async function numberByGccIdentity(
  db: Db,
  { country, number }: GccIdentity,
): Promise<PersonNumber | undefined> {
  const found = await db
    .selectFrom('gcc_identity')
    .select('person_id')
    .where('country', '=', country)
    .where('number', '=', number)
    .executeTakeFirst()
  return found?.person_id
}

/** Notes the card with which somebody has come in; throws when it is another person's. */
export async function enterGccIdentity(tx: Tx, person: PersonNumber, it: GccIdentity): Promise<void> {
  await tx
    .insertInto('gcc_identity')
    .values({ ...it, person_id: person })
    .execute()
}
