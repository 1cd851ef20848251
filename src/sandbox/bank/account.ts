import { type Iban, iban } from '#kernel/iban.ts'
import type { PersonNumber } from '#kernel/person-number.ts'

/** What this bank says of an account when the platform asks: decided by the IBAN's last digit. */
export type Behaviour = 'at-once' | 'calls-back' | 'refuses'

export function behaviourOf(account: string): Behaviour {
  if (account.endsWith('7')) return 'calls-back'
  return account.endsWith('0') ? 'refuses' : 'at-once'
}

const lastDigits: Readonly<Record<Behaviour, string>> = { 'at-once': '1', 'calls-back': '7', refuses: '0' }

/** The accounts of a customer, one of each behaviour, at the bank code that no bank has: 99 (register F-08). */
export const accountsOf = (
  person: PersonNumber,
): readonly { readonly iban: Iban; readonly behaviour: Behaviour }[] =>
  (['at-once', 'calls-back', 'refuses'] as const).map((behaviour) => ({
    behaviour,
    iban: ibanOf(`99${(person + lastDigits[behaviour]).padStart(18, '0')}`),
  }))

/** ISO 7064 mod 97 over the account, `SA` as 2810 and two zeros. */
function ibanOf(account: string): Iban {
  const check = 98n - (BigInt(`${account}281000`) % 97n)
  return iban(`SA${String(check).padStart(2, '0')}${account}`)
}
