import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { violationsTable } from '../blocks.ts'
import { licencesOf } from '../registry/licences.ts'
import { vehiclesOf } from '../registry/vehicles.ts'
import { violationsOf } from '../registry/violations.ts'
import { classNames, vehicleLabel } from '../words.ts'

export default holding('driving', {
  sector: 'traffic',
  title: { ar: 'القيادة والمركبات', en: 'Driving and vehicles' },
  order: 60,
  blocks: async ({ db, today }, person) => {
    const licences = await licencesOf(db, person)
    const vehicles = await vehiclesOf(db, person, today)
    const violations = await violationsOf(db, person)
    return [
      ...(licences.length
        ? [
            {
              kind: 'facts' as const,
              facts: licences.map((one) => ({
                key: one.class,
                label: classNames[one.class],
                value: v.day(one.expiresOn),
              })),
            },
          ]
        : []),
      ...(vehicles.length
        ? [
            {
              kind: 'table' as const,
              columns: [
                { key: 'vehicle', label: { ar: 'المركبة', en: 'Vehicle' } },
                { key: 'registeredUntil', label: { ar: 'رخصة السير حتى', en: 'Registered until' } },
              ],
              rows: vehicles.map((one) => ({
                vehicle: v.text(vehicleLabel(one)),
                registeredUntil: v.day(one.registeredUntil),
              })),
              empty: { ar: 'لا مركبات.', en: 'No vehicles.' },
            },
          ]
        : []),
      ...(violations.length ? [violationsTable(violations, today)] : []),
    ]
  },
})
