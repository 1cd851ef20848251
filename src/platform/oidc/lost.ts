import type { WhenDeviceLost } from '#platform/accounts/lost-device.ts'
import { revokeSite } from './artifact.ts'
import { leaveSite } from './site-session.ts'
import './tables.ts'

/**
 * Where any device may be in other hands, no site is let in without asking any more: whoever held the account may have
 * consented to it. Its tokens are worth nothing, and it is told that the person has left.
 */
export const forgetSites: WhenDeviceLost = async (tx, { person, device }) => {
  if (device !== undefined) return
  const gone = await tx
    .deleteFrom('site_consent')
    .where('person_id', '=', person)
    .returning('client_id')
    .execute()
  for (const { client_id: client } of gone) {
    await revokeSite(tx, person, client)
    await leaveSite(tx, person, client)
  }
}
