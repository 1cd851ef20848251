import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { vehiclesOf } from '../registry/vehicles.ts'
import { vehicleStateNames } from '../words.ts'

export default holding('vehicles', {
  sector: 'traffic',
  title: { ar: 'مركباتك', en: 'Your vehicles' },
  order: 61,
  report: 'vehicles',
  blocks: async ({ db, today }, person) => {
    const vehicles = await vehiclesOf(db, person, today)
    if (!vehicles.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'vehicle', label: { ar: 'المركبة', en: 'Vehicle' } },
          { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' } },
          { key: 'sequence', label: { ar: 'الرقم التسلسلي', en: 'Sequence number' } },
          { key: 'registeredUntil', label: { ar: 'رخصة السير حتى', en: 'Registered until' } },
          { key: 'insuredUntil', label: { ar: 'التأمين حتى', en: 'Insured until' } },
          { key: 'state', label: { ar: 'الحال', en: 'State' } },
        ],
        rows: vehicles.map((one) => ({
          vehicle: v.text({
            ar: `${one.make.ar} ${one.model.ar} ${one.year}`,
            en: `${one.make.en} ${one.model.en} ${one.year}`,
          }),
          plate: v.plate(one.plate),
          sequence: v.code(one.sequenceNumber),
          registeredUntil: v.day(one.registeredUntil),
          insuredUntil: v.day(one.insurance?.until),
          state: v.text(vehicleStateNames[one.state]),
        })),
        empty: { ar: 'ليس باسمك مركبة.', en: 'No vehicle is registered in your name.' },
      },
    ]
  },
})
