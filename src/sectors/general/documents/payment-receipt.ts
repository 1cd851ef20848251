import { paymentReceipt } from '#platform/payments/receipt-document.ts'

/** Register payment-history and pay-bills: of every settled bill, with a printed code. */
export default paymentReceipt('general')
