import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { findVehicle, vehiclesOf } from '../registry/vehicles.ts'
import { plateTypeNames } from '../words.ts'

export default document('vehicle-registration', {
  sector: 'traffic',
  title: { ar: 'رخصة سير', en: 'Vehicle registration' },
  issuer: { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' },
  look: { kind: 'card', from: '#1e3a5f', to: '#4a7fb0', ink: 'light' },
  order: 30,
  prefix: 'VR',
  codeWords: { seq: { label: { ar: 'الرقم التسلسلي', en: 'Sequence number' } } },
  held: async ({ db, today }, person) => (await vehiclesOf(db, person, today)).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const vehicle = await findVehicle(db, person, subjectId, today)
    const owner = await findPerson(db, person)
    if (!vehicle || !owner) return undefined
    return {
      holderName: owner.name,
      validFrom: vehicle.since,
      validUntil: vehicle.registeredUntil,
      facts: [
        { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' }, value: v.plate(vehicle.plate) },
        { key: 'type', label: { ar: 'النوع', en: 'Type' }, value: v.text(plateTypeNames[vehicle.plateType]) },
        {
          key: 'vehicle',
          label: { ar: 'المركبة', en: 'Vehicle' },
          value: v.text({
            ar: `${vehicle.make.ar} ${vehicle.model.ar} ${vehicle.year}`,
            en: `${vehicle.make.en} ${vehicle.model.en} ${vehicle.year}`,
          }),
        },
        { key: 'colour', label: { ar: 'اللون', en: 'Colour' }, value: v.text(vehicle.colour) },
        {
          key: 'sequence',
          label: { ar: 'الرقم التسلسلي', en: 'Sequence number' },
          value: v.code(vehicle.sequenceNumber),
        },
        { key: 'vin', label: { ar: 'رقم الهيكل', en: 'VIN' }, value: v.code(vehicle.vin) },
        {
          key: 'until',
          label: { ar: 'سارية حتى', en: 'Valid until' },
          value: v.day(vehicle.registeredUntil),
        },
      ],
      qr: { seq: vehicle.sequenceNumber },
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
