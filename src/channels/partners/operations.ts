import type { Operation } from '#channels/api/operation.ts'
import { walletQuestions } from '#channels/openid4vc/partner-operations.ts'
import type { Platform } from '#platform/platform.ts'
import { activation, bankMobile } from './account-operations.ts'
import { bankFees } from './bank-fees.ts'
import { bankPayments } from './bank-payments.ts'
import { type Biller, integrationAnswer, paymentEvent } from './callback-operations.ts'
import { delivery } from './delivery-operation.ts'
import { sectorOperation } from './sector-operation.ts'

/** Everything that a partner's program can do. */
export const partnerOperations = (platform: Platform, biller: Biller | undefined): readonly Operation[] => [
  activation(platform),
  bankMobile(platform),
  ...bankFees(platform),
  ...bankPayments(platform),
  ...platform.catalogue.operations.map((it) => sectorOperation(platform, it)),
  delivery(platform),
  ...walletQuestions(platform),
  ...(biller ? [paymentEvent(platform, biller)] : []),
  integrationAnswer(platform),
]
