import { formatPlate } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import type { VehicleState } from '../registry/tables.ts'
import { findVehicle, vehiclesOf } from '../registry/vehicles.ts'
import { plateTypeNames, trafficDepartment, vehicleStateNames } from '../words.ts'

export default document('vehicle-registration', {
  sector: 'traffic',
  title: { ar: 'رخصة سير', en: 'Vehicle registration' },
  issuer: trafficDepartment,
  look: { kind: 'card', from: '#1e3a5f', to: '#4a7fb0', ink: 'light' },
  order: 30,
  prefix: 'VR',
  codeWords: {
    plate: { label: { ar: 'اللوحة', en: 'Plate' } },
  },
  views: [
    {
      name: 'registered',
      title: { ar: 'المركبة مرخّصة', en: 'The vehicle is registered' },
      shows: [],
      answer: ({ qr }) => qr,
    },
  ],
  held: async ({ db, today }, person) => (await vehiclesOf(db, person, today)).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const vehicle = await findVehicle(db, person, subjectId, today)
    const owner = await findPerson(db, person)
    if (!vehicle || !owner) return undefined
    return {
      number: vehicle.sequenceNumber,
      holderName: owner.name,
      suspended: stopped(vehicle.state),
      validFrom: vehicle.since,
      validUntil: vehicle.registeredUntil,
      facts: [
        { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' }, value: v.plate(vehicle.plate) },
        {
          key: 'vehicle',
          label: { ar: 'المركبة', en: 'Vehicle' },
          value: v.text({
            ar: `${vehicle.make.ar} ${vehicle.model.ar} ${vehicle.year}`,
            en: `${vehicle.make.en} ${vehicle.model.en} ${vehicle.year}`,
          }),
        },
        { key: 'type', label: { ar: 'النوع', en: 'Type' }, value: v.text(plateTypeNames[vehicle.plateType]) },
        { key: 'colour', label: { ar: 'اللون', en: 'Colour' }, value: v.text(vehicle.colour) },
        { key: 'vin', label: { ar: 'رقم الهيكل', en: 'VIN' }, value: v.code(vehicle.vin) },
        {
          key: 'until',
          label: { ar: 'سارية حتى', en: 'Valid until' },
          value: v.day(vehicle.registeredUntil),
        },
      ],
      qr: { plate: formatPlate(vehicle.plate, 'en') },
      attributes: {
        vehicle_identification_number: vehicle.vin,
        registration_sequence: vehicle.sequenceNumber,
        vehicle_make: vehicle.make.en,
        vehicle_model: vehicle.model.en,
        vehicle_year: vehicle.year,
      },
    }
  },
})

/** A vehicle that is missing, wanted or impounded is not to be driven on its registration. */
const stopped = (state: VehicleState): Text | undefined =>
  state === 'running'
    ? undefined
    : {
        ar: `المركبة ${vehicleStateNames[state].ar} في السجل.`,
        en: `The vehicle is on record as ${vehicleStateNames[state].en.toLowerCase()}.`,
      }
