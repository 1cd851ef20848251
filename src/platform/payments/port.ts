import type { Halalas } from '#kernel/money.ts'

/** A provider that takes and gives money. It answers later by signed webhook; these calls only ask. */
export interface PaymentProvider {
  readonly name: string
  /** Opens a payment for a bill; the person continues at `url` and comes back to `returnTo`. */
  open(ask: {
    readonly payment: string
    readonly bill: string
    readonly amount: Halalas
    readonly title: string
    readonly language: string
    readonly returnTo: string
  }): Promise<{ readonly reference: string; readonly url: string }>
  refund(ask: {
    readonly refund: string
    readonly reference: string
    readonly amount: Halalas
  }): Promise<void>
  payout(ask: { readonly payout: string; readonly iban: string; readonly amount: Halalas }): Promise<void>
}
