import type { WhenDeviceLost } from '#platform/accounts/lost-device.ts'
import { endWalletDevice } from './end.ts'

/** The documents on a phone that was lost end in the same act; all of a person's, where it is not said which one that is. */
export const loseWallet: WhenDeviceLost = async (tx, { person, device, at }) => {
  if (device === undefined) await endWalletDevice(tx, person, 'account', at)
  else await endWalletDevice(tx, person, 'lost', at, { browser: device })
}
