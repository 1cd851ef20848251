import type { Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Iban } from '#kernel/iban.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { ProductCode, RewardCode, TierCode } from '../products.ts'

export interface TelecomOperatorTable {
  code: string
  name_ar: string
  name_en: string
  /** Who is paid, and where. */
  company: EstablishmentNumber
  iban: Iban
}

export interface TelecomAccountTable {
  establishment_id: EstablishmentNumber
  operator: string
  number: string
  credit_limit: Halalas
  points: number
  opened_on: Day
}

export interface TelecomBillTable {
  establishment_id: EstablishmentNumber
  number: string
  /** The first day of the month that it is for. */
  month: Day
  amount: Halalas
  due_on: Day
  state: 'due' | 'paid'
  paid_at: Date | null
}

export interface TelecomSubscriptionTable {
  establishment_id: EstablishmentNumber
  id: Generated<string>
  product: ProductCode
  tier: TierCode
  purpose: string | null
  state: 'inactive' | 'active' | 'cancelled'
  changed_at: Date
}

export interface TelecomLineTable {
  establishment_id: EstablishmentNumber
  id: Generated<string>
  number: Mobile
  /** The actual user. */
  user_id: PersonNumber | null
  authenticated_by: PersonNumber | null
  authenticated_at: Date | null
  added_on: Day
}

export interface TelecomLineNumberTable {
  number: Mobile
  establishment_id: EstablishmentNumber
  line_id: string
}

export interface TelecomLineUserTable {
  person_id: PersonNumber
  establishment_id: EstablishmentNumber
  line_id: string
  number: Mobile
  since: Date
}

export interface TelecomAuthenticatorTable {
  person_id: PersonNumber
  lines: number
}

export interface TelecomRedemptionTable {
  establishment_id: EstablishmentNumber
  id: Generated<string>
  reward: RewardCode
  points: number
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    telecom_operator: TelecomOperatorTable
    telecom_account: TelecomAccountTable
    telecom_bill: TelecomBillTable
    telecom_subscription: TelecomSubscriptionTable
    telecom_line: TelecomLineTable
    telecom_line_number: TelecomLineNumberTable
    telecom_line_user: TelecomLineUserTable
    telecom_authenticator: TelecomAuthenticatorTable
    telecom_redemption: TelecomRedemptionTable
  }
}
