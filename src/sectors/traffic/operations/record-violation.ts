import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { operation } from '#platform/catalogue/operation.ts'
import type { Tx } from '#platform/database/tables.ts'
import { form } from '#platform/forms/field.ts'
import { choice, instant, integer, personNumber, plate, text } from '#platform/forms/fields/index.ts'
import { findPerson } from '#platform/people/person.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { recordViolation } from '../registry/record-violation.ts'
import type { PlateType } from '../registry/tables.ts'
import { vehicleByPlate } from '../registry/vehicles.ts'
import { speedingKind, tariffOn, type ViolationKind } from '../violation-kinds.ts'
import { plateTypeNames } from '../words.ts'

const kinds = [
  { value: 'speeding', label: { ar: 'تجاوز السرعة', en: 'Speeding' } },
  { value: 'red-light', label: { ar: 'قطع الإشارة الحمراء', en: 'Running a red light' } },
  { value: 'wrong-way', label: { ar: 'القيادة عكس اتجاه السير', en: 'Driving against the traffic' } },
  { value: 'mobile-phone', label: { ar: 'استعمال الهاتف أثناء القيادة', en: 'Using a phone while driving' } },
  { value: 'seat-belt', label: { ar: 'عدم ربط حزام الأمان', en: 'Not wearing a seat belt' } },
  { value: 'no-parking', label: { ar: 'الوقوف في مكان غير مخصص', en: 'Parking where it is not allowed' } },
] as const

// The keys of a constant record are its key type.
const plateTypes = (Object.keys(plateTypeNames) as PlateType[]).map((value) => ({
  value,
  label: plateTypeNames[value],
}))

/** For speed cameras and patrols; what it costs is the tariff's to say, not the camera's. */
export default operation('record-violation', {
  sector: 'traffic',
  version: 1,
  path: '/violations',
  scope: 'violations:write',
  title: { ar: 'تسجيل مخالفة مرورية', en: 'Record a traffic violation' },
  summary: {
    ar: 'يسجّل مخالفة على مالك اللوحة أو على السائق، ويخبره برسالة.',
    en: 'Records a violation against the owner of a plate, or a driver, and tells them.',
  },
  input: form({
    reference: text({
      label: { ar: 'رقم السجل لديكم', en: 'Your own number of the record' },
      hint: { ar: 'الرقم نفسه مرة أخرى لا يسجّل شيئًا.', en: 'The same number again records nothing.' },
      max: 64,
    }),
    kind: choice({ label: { ar: 'المخالفة', en: 'Violation' }, options: kinds }),
    plate: plate({ label: { ar: 'اللوحة', en: 'Plate' }, optional: true }),
    plateType: choice({
      label: { ar: 'نوع اللوحة', en: 'Plate type' },
      hint: { ar: 'خصوصي إن لم يُذكر.', en: 'Private when absent.' },
      options: plateTypes,
      optional: true,
    }),
    person: personNumber({
      label: { ar: 'رقم السائق', en: 'The driver’s number' },
      hint: { ar: 'بدل اللوحة، حين يُعرف السائق.', en: 'Instead of a plate, when the driver is known.' },
      optional: true,
    }),
    speed: integer({ label: { ar: 'السرعة (كم/س)', en: 'Speed (km/h)' }, min: 1, max: 400, optional: true }),
    limit: integer({
      label: { ar: 'السرعة المسموحة (كم/س)', en: 'Speed limit (km/h)' },
      min: 1,
      max: 200,
      optional: true,
    }),
    place: text({ label: { ar: 'المكان', en: 'Place' }, max: 200 }),
    placeEn: text({ label: { ar: 'المكان بالإنجليزية', en: 'Place in English' }, max: 200, optional: true }),
    at: instant({ label: { ar: 'وقت المخالفة', en: 'When it was committed' } }),
  }),
  run: async ({ tx, clock, client }, answers) => {
    const now = clock.now()
    const committedAt = new Date(answers.at)
    if (committedAt > now) return err(problems.answersWrong({ at: notYet }))
    const kind = kindOf(answers)
    if (!kind.ok) return kind
    const liable = await whoAnswers(tx, answers, now)
    if (!liable.ok) return liable
    const { driven, allowed } = { driven: answers.speed, allowed: answers.limit }
    const recorded = await recordViolation(tx, {
      ...liable.value,
      kind: kind.value,
      committedAt,
      place: { ar: answers.place, en: answers.placeEn ?? answers.place },
      ...(answers.kind === 'speeding' && driven !== undefined && allowed !== undefined
        ? { speed: { driven, allowed } }
        : {}),
      source: client,
      record: answers.reference,
      at: now,
    })
    const { amount, points } = tariffOn(kind.value, dayOf(committedAt))
    return ok({ number: recorded.number, known: recorded.known, kind: kind.value, amount, points })
  },
})

function kindOf(answers: {
  readonly kind: (typeof kinds)[number]['value']
  readonly speed: number | undefined
  readonly limit: number | undefined
}): Result<ViolationKind, Problem> {
  if (answers.kind !== 'speeding') return ok(answers.kind)
  if (answers.speed === undefined) return err(problems.answersWrong({ speed: speedNeeded }))
  if (answers.limit === undefined) return err(problems.answersWrong({ limit: speedNeeded }))
  const kind = speedingKind(answers.speed, answers.limit)
  return kind ? ok(kind) : err(problems.answersWrong({ speed: notSpeeding }))
}

/** The driver who was named, or the owner of the plate on that day. */
async function whoAnswers(
  tx: Tx,
  answers: {
    readonly plate: Parameters<typeof vehicleByPlate>[1]['plate'] | undefined
    readonly plateType: PlateType | undefined
    readonly person: PersonNumber | undefined
  },
  now: Date,
): Promise<Result<{ readonly person: PersonNumber; readonly sequenceNumber?: string }, Problem>> {
  if (!answers.plate === !answers.person) return err(problems.answersWrong({ plate: oneOfBoth }))
  if (answers.person) {
    const known = await findPerson(tx, answers.person)
    return known ? ok({ person: known.id }) : err(problems.answersWrong({ person: unknownPerson }))
  }
  if (!answers.plate) return err(problems.answersWrong({ plate: oneOfBoth }))
  const on = { plate: answers.plate, plateType: answers.plateType ?? 'private' }
  const vehicle = await vehicleByPlate(tx, on, dayOf(now))
  return vehicle
    ? ok({ person: vehicle.owner, sequenceNumber: vehicle.sequenceNumber })
    : err(problems.answersWrong({ plate: unknownPlate }))
}

const notYet: Text = { ar: 'هذا الوقت لم يأتِ بعد.', en: 'That time has not come yet.' }
const speedNeeded: Text = {
  ar: 'أدخل السرعة المرصودة والمسموحة.',
  en: 'Give both the measured speed and the limit.',
}
const notSpeeding: Text = {
  ar: 'لا تُسجَّل سرعة تزيد على المسموح بأقل من 10 كم/س.',
  en: 'Less than 10 km/h above the limit is not recorded.',
}
const oneOfBoth: Text = {
  ar: 'أدخل اللوحة أو رقم السائق، أحدهما فقط.',
  en: 'Give the plate or the driver’s number, one of the two.',
}
const unknownPlate: Text = { ar: 'لا مركبة بهذه اللوحة.', en: 'No vehicle bears this plate.' }
const unknownPerson: Text = { ar: 'لا شخص بهذا الرقم.', en: 'Nobody has this number.' }
