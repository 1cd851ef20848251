import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { limitOn } from './limits.ts'
import { enterSale, lockOwner, transferVehicle } from './registry/transfer.ts'
import { countPrivateVehicles, type Vehicle } from './registry/vehicles.ts'

/** What a sale writes. An error says how the world changed since the rules were run. */
export async function changeOwner(
  tx: Tx,
  sale: {
    readonly request: string
    readonly vehicle: Vehicle
    readonly seller: PersonNumber
    readonly buyer: PersonNumber
    readonly price: Halalas
    readonly region: Region
    readonly today: Day
  },
): Promise<Result<void, Text>> {
  const { vehicle, seller, buyer, today } = sale
  // Two purchases of one resident may be fulfilled at once: counted under the lock, the second one sees the first.
  await lockOwner(tx, buyer)
  const limited = personKind(buyer) === 'resident' && vehicle.plateType === 'private'
  if (limited && (await countPrivateVehicles(tx, buyer)) >= limitOn('residentPrivateVehicles', today))
    return err(tooMany)
  const moved = await transferVehicle(tx, {
    vehicle: vehicle.id,
    from: seller,
    to: buyer,
    region: sale.region,
    on: today,
  })
  if (!moved) return err(gone)
  await enterSale(tx, {
    request: sale.request,
    vehicle: vehicle.id,
    seller,
    buyer,
    price: sale.price,
    on: today,
  })
  return ok(undefined)
}

const tooMany: Text = {
  ar: 'بلغ المشتري الحد الأعلى لمركبات المقيم قبل إتمام هذا البيع.',
  en: 'The buyer reached the limit of vehicles for a resident before this sale was completed.',
}

const gone: Text = {
  ar: 'لم تعد المركبة باسم البائع.',
  en: 'The vehicle is no longer in the seller’s name.',
}
