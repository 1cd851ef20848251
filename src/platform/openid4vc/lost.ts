import type { WhenDeviceLost } from '#platform/accounts/lost-device.ts'
import { endCarried } from './carried.ts'
import { dropOffers } from './offer.ts'

/**
 * Nothing that was offered can be taken any more; where any device may be in other hands, what wallets of others
 * carry ends too. Of one device alone nobody knows which of them is on it.
 */
export const loseOtherWallets: WhenDeviceLost = async (tx, { person, device, by, at }) => {
  await dropOffers(tx, person)
  if (device === undefined) await endCarried(tx, { person, by, at })
}
