import type { Day } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { Locale } from '#kernel/text.ts'
import { say } from '#kernel/text.ts'
import { askActivation } from '#sandbox/bank/activation.ts'
import { type Customer, type Face, newReceipt } from '#sandbox/bank/customers.ts'
import { askMobileUpdate } from '#sandbox/bank/mobile-update.ts'
import { faceNames, words } from '#sandbox/bank/words.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'

/** The bank's own operator of text messages. */
export type SendText = (to: Mobile, message: { readonly from: string; readonly text: string }) => void

/** What all three faces do alike: one state machine behind three ways in (register R-BNK-01). */
export interface Desk {
  /** A new activation; one to which there was no answer keeps its number, so that it is the same ask. */
  begin(customer: Customer): void
  /** Asks the platform, once for however many presses; a success also goes to the customer's mobile (R-BNK-04). */
  send(customer: Customer, locale: Locale): Promise<void>
  /** Gives the mobile that the bank holds to the platform (register bank-update-mobile). */
  updateMobile(customer: Customer, born: Day): Promise<void>
}

const channels = { app: 'bank-app', web: 'bank-web', atm: 'atm' } as const satisfies Record<Face, string>

export function desk({ api, sendText }: { readonly api: PartnerApi; readonly sendText: SendText }): Desk {
  async function ask(customer: Customer, locale: Locale): Promise<void> {
    const { person, mobile, receipt, face } = customer
    customer.outcome = await askActivation(api, { person, mobile, receipt, channel: channels[face] })
    if (customer.outcome.outcome !== 'activated') return
    const text = say(words.text, locale, { face: faceNames[face][locale], receipt })
    sendText(mobile, { from: 'OasisBank', text })
  }
  return {
    begin(customer) {
      if (customer.outcome?.outcome !== 'no-answer') customer.receipt = newReceipt()
      customer.agreed = false
      customer.outcome = undefined
    },
    async send(customer, locale) {
      if (customer.outcome && 'receipt' in customer.outcome) return
      customer.asking ??= ask(customer, locale).finally(() => {
        customer.asking = undefined
      })
      await customer.asking
    },
    async updateMobile(customer, born) {
      const { person, mobile, updateReceipt: receipt, updated } = customer
      if (updated && 'receipt' in updated) return
      customer.updated = await askMobileUpdate(api, { person, born, mobile, receipt })
      // One to which there was no answer keeps its number, so that it is the same ask.
      if (customer.updated.outcome === 'not-matched') customer.updateReceipt = newReceipt()
    },
  }
}
