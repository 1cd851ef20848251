import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { lastSale } from '../registry/transfer.ts'
import { findVehicle } from '../registry/vehicles.ts'
import { vehicleLabel } from '../words.ts'

/** Under each party of a sale; it names the other party, who agreed to the sale. */
export default document('sale-certificate', {
  sector: 'traffic',
  title: { ar: 'شهادة مبايعة مركبة', en: 'Certificate of sale of a vehicle' },
  issuer: { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' },
  look: { kind: 'certificate', accent: '#1e3a5f' },
  prefix: 'VS',
  follows: false,
  claims: async ({ db, today }, person, subjectId) => {
    const sale = await lastSale(db, person, subjectId)
    if (!sale) return undefined
    const [seller, buyer] = sale.role === 'seller' ? [person, sale.other_id] : [sale.other_id, person]
    const holder = await findPerson(db, person)
    const from = await findPerson(db, seller)
    const to = await findPerson(db, buyer)
    const vehicle = await findVehicle(db, buyer, subjectId, today)
    if (!holder || !from || !to || !vehicle) return undefined
    return {
      holderName: holder.name,
      validFrom: sale.sold_on,
      facts: [
        { key: 'vehicle', label: { ar: 'المركبة', en: 'Vehicle' }, value: v.text(vehicleLabel(vehicle)) },
        { key: 'vin', label: { ar: 'رقم الهيكل', en: 'VIN' }, value: v.code(vehicle.vin) },
        { key: 'seller', label: { ar: 'البائع', en: 'Seller' }, value: v.text(from.name) },
        { key: 'buyer', label: { ar: 'المشتري', en: 'Buyer' }, value: v.text(to.name) },
        { key: 'price', label: { ar: 'الثمن', en: 'Price' }, value: v.money(sale.price) },
        { key: 'soldOn', label: { ar: 'تاريخ البيع', en: 'Sold on' }, value: v.day(sale.sold_on) },
      ],
    }
  },
})
