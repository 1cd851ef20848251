import type { Day } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { RegistrationDetails } from '#platform/accounts/register-details.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { parseGccNumber } from '#platform/people/gcc-identity.ts'
import { detailsForm, gccForm, type IdentityBy } from './register-pages.tsx'

/** What a new user has written about themselves, or what is wrong with it, by question. */
export function readDetails(
  by: IdentityBy,
  values: Readonly<Record<string, unknown>>,
  today: Day,
): Result<Omit<RegistrationDetails, 'visual'>, Readonly<Record<string, Text>>> {
  if (by === 'number') return parseForm(detailsForm, values, { today, options: {} })
  const read = parseForm(gccForm, values, { today, options: {} })
  if (!read.ok) return read
  const { country, number, ...rest } = read.value
  const parsed = parseGccNumber(country, number)
  return parsed.ok
    ? ok({ ...rest, person: { country, number: parsed.value } })
    : err({ number: parsed.error })
}
