import type { PersonNumber } from '#kernel/person-number.ts'
import { isId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { endPlace } from '#platform/documents/status.ts'
import { type WalletDevice, walletDevice } from './device.ts'
import type { EndReason } from './tables.ts'

/**
 * Ends the phone that carries a person's documents, if there is one, or that one if `which` names it; with it
 * everything that it carries, in the status lists too. Answers the phone; nothing when there was none.
 */
export async function endWalletDevice(
  tx: Tx,
  person: PersonNumber,
  because: EndReason,
  at: Date,
  which: { readonly id?: string; readonly browser?: string } = {},
): Promise<WalletDevice | undefined> {
  if (which.id !== undefined && !isId(which.id)) return undefined
  let ending = tx
    .updateTable('wallet_device')
    .set({ state: 'ended', ended_at: at, ended_because: because })
    .where('person_id', '=', person)
    .where('state', '=', 'active')
  if (which.id !== undefined) ending = ending.where('id', '=', which.id)
  if (which.browser !== undefined) ending = ending.where('browser', '=', which.browser)
  const ended = await ending.returningAll().executeTakeFirst()
  if (!ended) return undefined
  await endCopies(tx, person, { device: ended.id }, at)
  return walletDevice(ended)
}

/** Ends copies that a phone carries, all of them or those, and their places in the status lists. */
export async function endCopies(
  tx: Tx,
  person: PersonNumber,
  which: { readonly device: string; readonly ids?: readonly string[] },
  at: Date,
): Promise<void> {
  if (which.ids?.length === 0) return
  let ending = tx
    .updateTable('wallet_copy')
    .set({ ended_at: at })
    .where('person_id', '=', person)
    .where('device_id', '=', which.device)
    .where('ended_at', 'is', null)
  if (which.ids) ending = ending.where('id', 'in', which.ids)
  const places = await ending.returning(['status_list', 'status_index']).execute()
  for (const { status_list: list, status_index: place } of places)
    if (list !== null && place !== null) await endPlace(tx, { list, place })
}
