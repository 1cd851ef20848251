import { parsePersonNumber } from '#kernel/person-number.ts'
import type { OfficerActivation } from '#platform/accounts/activate-by-officer.ts'

/** Ten digits are a person's number; anything else can only be a form's code. */
export function whom(typed: string): OfficerActivation['of'] {
  const person = parsePersonNumber(typed)
  return person.ok ? { person: person.value } : { form: typed }
}
