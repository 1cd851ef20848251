import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { self } from '#platform/people/subjects.ts'
import { vehiclesOf } from '../registry/vehicles.ts'
import { plateTypeNames, vehicleLabel, vehicleStateNames } from '../words.ts'

/** Register `query-vehicle-licences`. */
export default inquiry('query-vehicle-licences', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'تراخيص المركبات (رخص السير)', en: 'Vehicle registrations' },
  summary: {
    ar: 'مركباتك، ومتى تنتهي رخصة سير كل منها وفحصها.',
    en: 'Your vehicles, and when the registration and inspection of each expire.',
  },
  words: ['استمارة السيارة', 'رخصة السير', 'مركباتي', 'istimara', 'my vehicles'],
  audience: ['citizen', 'resident'],
  delegable: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  subject: self,
  answer: async ({ db, subject, today }) => {
    const vehicles = subject ? await vehiclesOf(db, subject.person, today) : []
    return [
      {
        kind: 'table',
        title: { ar: 'مركباتك', en: 'Your vehicles' },
        columns: [
          { key: 'vehicle', label: { ar: 'المركبة', en: 'Vehicle' } },
          { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' } },
          { key: 'type', label: { ar: 'النوع', en: 'Type' } },
          { key: 'sequenceNumber', label: { ar: 'الرقم التسلسلي', en: 'Sequence number' } },
          { key: 'registeredUntil', label: { ar: 'رخصة السير حتى', en: 'Registered until' } },
          { key: 'inspectedUntil', label: { ar: 'الفحص الدوري حتى', en: 'Inspected until' } },
          { key: 'insuredUntil', label: { ar: 'التأمين حتى', en: 'Insured until' } },
          { key: 'state', label: { ar: 'الحال', en: 'State' } },
        ],
        rows: vehicles.map((one) => ({
          vehicle: v.text({
            ar: `${one.make.ar} ${one.model.ar} ${one.year}، ${one.colour.ar}`,
            en: `${one.make.en} ${one.model.en} ${one.year}, ${one.colour.en}`,
          }),
          plate: v.plate(one.plate),
          type: v.text(plateTypeNames[one.plateType]),
          sequenceNumber: v.code(one.sequenceNumber),
          registeredUntil: v.day(one.registeredUntil),
          inspectedUntil: v.day(one.inspectedUntil),
          insuredUntil: v.day(one.insurance?.until),
          state: v.text(vehicleStateNames[one.state]),
        })),
        next: vehicles.map((one) => ({
          label: { ar: 'بِعها', en: 'Sell it' },
          service: 'sell-vehicle',
          subject: one.id,
        })),
        empty: { ar: 'ليس باسمك مركبة.', en: 'No vehicle is registered in your name.' },
      },
      ...vehicles.map((one) => ({
        kind: 'document' as const,
        document: 'vehicle-registration',
        title: { ar: `رخصة سير ${vehicleLabel(one).ar}`, en: `Registration of ${vehicleLabel(one).en}` },
        subject: one.id,
      })),
    ]
  },
})
