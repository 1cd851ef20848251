import { formatPlate } from '#kernel/plate.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { findVehicle, vehiclesOf } from '../registry/vehicles.ts'
import { coverNames, trafficDepartment } from '../words.ts'

/** The policy in force on a vehicle (register view-vehicle-insurance-document). */
export default document('vehicle-insurance', {
  sector: 'traffic',
  title: { ar: 'وثيقة تأمين مركبة', en: 'Vehicle insurance' },
  issuer: trafficDepartment,
  look: { kind: 'card', from: '#4a3411', to: '#9a7433', ink: 'light' },
  order: 40,
  prefix: 'VI',
  codeWords: {
    plate: { label: { ar: 'اللوحة', en: 'Plate' } },
    cover: { label: { ar: 'التغطية', en: 'Cover' }, values: coverNames },
  },
  views: [
    {
      name: 'insured',
      title: { ar: 'المركبة مؤمّنة', en: 'The vehicle is insured' },
      shows: [],
      answer: ({ qr }) => qr,
    },
  ],
  held: async ({ db, today }, person) =>
    (await vehiclesOf(db, person, today)).filter((one) => one.insurance).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const vehicle = await findVehicle(db, person, subjectId, today)
    const owner = await findPerson(db, person)
    if (!vehicle?.insurance || !owner) return undefined
    const { number, insurer, cover, from, until } = vehicle.insurance
    return {
      number,
      holderName: owner.name,
      validFrom: from,
      validUntil: until,
      facts: [
        { key: 'insurer', label: { ar: 'شركة التأمين', en: 'Insurer' }, value: v.text(insurer) },
        { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' }, value: v.plate(vehicle.plate) },
        { key: 'cover', label: { ar: 'التغطية', en: 'Cover' }, value: v.text(coverNames[cover]) },
        {
          key: 'vehicle',
          label: { ar: 'المركبة', en: 'Vehicle' },
          value: v.text({
            ar: `${vehicle.make.ar} ${vehicle.model.ar} ${vehicle.year}`,
            en: `${vehicle.make.en} ${vehicle.model.en} ${vehicle.year}`,
          }),
        },
        { key: 'until', label: { ar: 'سارية حتى', en: 'Valid until' }, value: v.day(until) },
      ],
      qr: { plate: formatPlate(vehicle.plate, 'en'), cover },
      attributes: { insurer: insurer.en, cover },
    }
  },
})
