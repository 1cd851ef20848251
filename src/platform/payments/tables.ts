import type { ColumnType, Generated } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Account } from './ledger.ts'
import type { PricedLine } from './lines.ts'
import type { TroubleKind } from './trouble.ts'

/** jsonb: the driver gives the value, and takes its text. */
type Json<T> = ColumnType<T, string, string>

export type BillState = 'due' | 'paid' | 'cancelled' | 'refunding' | 'refunded'
export type PaymentState = 'opened' | 'settled' | 'failed' | 'refunding' | 'refunded'
export type PayoutState = 'asked' | 'settled' | 'failed'

export interface BillTable {
  person_id: HolderNumber
  id: Generated<string>
  number: string
  title: Json<Text>
  lines: Json<readonly PricedLine[]>
  total: Halalas
  state: BillState
  due: Date
  raised_at: Date
  paid_at: Date | null
  closed_at: Date | null
  /** The payment that settled it. */
  paid_by: string | null
  about_person: HolderNumber | null
  about_request: string | null
  about_step: string | null
  when_settled: Json<Job> | null
}

export interface PaymentTable {
  person_id: HolderNumber
  id: Generated<string>
  bill_id: string
  /** The provider, or the client that is the bank. */
  provider: string
  taken_by: ColumnType<'provider' | 'bank', 'provider' | 'bank' | undefined, never>
  /** The provider's own, and where the person pays; null until it has answered. */
  reference: string | null
  url: string | null
  amount: Halalas
  /** What really came. */
  received: Halalas | null
  state: PaymentState
  opened_at: Date
  settled_at: Date | null
  refund_asked_at: Date | null
  refund_reason: Json<Text> | null
  refunded_at: Date | null
}

export interface PayoutTable {
  /** Who gets it. */
  person_id: HolderNumber
  id: Generated<string>
  payer_id: HolderNumber
  bill_id: string
  provider: string | null
  /** Sealed by the vault. */
  iban: string
  amount: Halalas
  state: PayoutState
  asked_at: Date
  settled_at: Date | null
}

export interface LedgerEntryTable {
  person_id: HolderNumber
  /** What happened, and to what: `bill-paid:0198…`. Booked once. */
  posting: string
  account: Account
  /** Halalas: a debit is positive, a credit negative. */
  amount: number
  bill_id: string
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    bill: BillTable
    bill_number: { number: string; person_id: HolderNumber }
    payment: PaymentTable
    payout: PayoutTable
    bill_ahead: {
      person_id: PersonNumber
      bill_id: string
      service: string
      choice: string
      state: 'open' | 'used' | 'ended'
    }
    payment_owner: { id: string; person_id: HolderNumber }
    ledger_entry: LedgerEntryTable
    provider_event: { id: string; type: string; received_at: Date }
    payment_trouble: {
      id: Generated<string>
      kind: TroubleKind
      /** The payment or payout, as the provider named it. */
      payment: string
      person_id: HolderNumber | null
      amount: Halalas
      at: Date
      closed_at: Date | null
    }
  }
}
