import type { Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'

export type Channel = 'sms' | 'email'
export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'failed'

interface NoticeTable {
  person_id: PersonNumber
  id: string
  /** What makes telling it twice the same notice. */
  key: string
  title: Text
  body: Text
  link: string | null
  at: Date
  read_at: Date | null
}

interface NoticeDeliveryTable {
  person_id: PersonNumber
  notice_id: string
  channel: Channel
  state: DeliveryState
  attempts: Generated<number>
  /** What the operator calls the message. */
  reference: string | null
  error: string | null
  changed_at: Date
}

interface NoticeReceiptTable {
  reference: string
  /** Whether the sender knows this reference; false while only the receipt is here. */
  expected: boolean
  /** Both absent for a one-time code, of which nothing is kept. */
  person_id: PersonNumber | null
  notice_id: string | null
  delivered: boolean | null
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    notice: NoticeTable
    notice_delivery: NoticeDeliveryTable
    notice_receipt: NoticeReceiptTable
  }
}
