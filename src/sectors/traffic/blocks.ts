import type { Day } from '#kernel/day.ts'
import { halalas } from '#kernel/money.ts'
import type { Block, Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Accident } from './registry/accidents.ts'
import type { Vehicle } from './registry/vehicles.ts'
import { dueOn, type Violation } from './registry/violations.ts'
import { violationStateNames } from './words.ts'

/** Blocks that several inquiries answer. */

/** A person's violations as a list, each with what can be done about it. */
export function violationsTable(violations: readonly Violation[], today: Day): Block {
  return {
    kind: 'table',
    title: { ar: 'مخالفاتك', en: 'Your violations' },
    columns: [
      { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
      { key: 'violation', label: { ar: 'المخالفة', en: 'Violation' } },
      { key: 'committedAt', label: { ar: 'الوقت', en: 'When' } },
      { key: 'place', label: { ar: 'المكان', en: 'Where' } },
      { key: 'speed', label: { ar: 'السرعة / المسموح (كم/س)', en: 'Speed / limit (km/h)' } },
      { key: 'amount', label: { ar: 'الغرامة', en: 'Fine' } },
      { key: 'due', label: { ar: 'المطلوب اليوم', en: 'Due today' } },
      { key: 'points', label: { ar: 'النقاط', en: 'Points' } },
      { key: 'state', label: { ar: 'الحال', en: 'State' } },
      { key: 'objectBy', label: { ar: 'الاعتراض حتى', en: 'Object until' } },
    ],
    rows: violations.map((one) => ({
      number: v.code(one.number),
      violation: v.text(one.title),
      committedAt: v.instant(one.committedAt),
      place: v.text(one.place),
      speed: one.speed ? v.code(`${one.speed.driven} / ${one.speed.allowed}`) : v.none,
      amount: v.money(one.amount),
      due: one.state === 'unpaid' ? v.money(dueOn(one, today)) : v.none,
      points: v.number(one.points),
      state: v.text(violationStateNames[one.state]),
      objectBy: v.day(one.objectBy),
    })),
    next: violations.map((one) =>
      one.state === 'unpaid' && one.objectBy >= today && one.decision === undefined
        ? {
            label: { ar: 'اعترض', en: 'Object' },
            service: 'object-traffic-violation',
            subject: one.id,
          }
        : undefined,
    ),
    empty: { ar: 'لا مخالفات عليك.', en: 'You have no violation.' },
  }
}

/** What a person owes to Traffic: without and with the reduction. */
export function totals(unpaid: readonly Violation[], today: Day): readonly Fact[] {
  const sum = (of: (one: Violation) => number) => unpaid.reduce((total, one) => total + of(one), 0)
  return [
    {
      key: 'unpaid',
      label: { ar: 'المخالفات غير المسددة', en: 'Unpaid violations' },
      value: v.number(unpaid.length),
    },
    { key: 'total', label: { ar: 'مجموعها', en: 'Their sum' }, value: money(sum((one) => one.amount)) },
    {
      key: 'due',
      label: { ar: 'المطلوب اليوم بعد التخفيض', en: 'Due today, with the reduction' },
      value: money(sum((one) => dueOn(one, today))),
    },
    {
      key: 'firstEnds',
      label: { ar: 'أول تخفيض ينتهي في', en: 'The first reduction ends on' },
      value: v.day(
        unpaid
          .filter((one) => !one.grave && one.payBy >= today)
          .map((one) => one.payBy)
          .sort()[0],
      ),
    },
  ]
}

const money = (sum: number) => v.money(halalas(sum))

export const insuredWords = (insured: boolean) =>
  insured ? { ar: 'سارٍ', en: 'Valid' } : { ar: 'غير سارٍ', en: 'Not valid' }

/** The insurance of one's own vehicles. */
export const insuranceTable = (vehicles: readonly Vehicle[]): Block => ({
  kind: 'table',
  title: { ar: 'تأمين مركباتك', en: 'Insurance of your vehicles' },
  columns: [
    { key: 'vehicle', label: { ar: 'المركبة', en: 'Vehicle' } },
    { key: 'plate', label: { ar: 'اللوحة', en: 'Plate' } },
    { key: 'insured', label: { ar: 'التأمين', en: 'Insurance' } },
    { key: 'insurer', label: { ar: 'شركة التأمين', en: 'Insurer' } },
    { key: 'until', label: { ar: 'حتى', en: 'Until' } },
  ],
  rows: vehicles.map((one) => ({
    vehicle: v.text({
      ar: `${one.make.ar} ${one.model.ar} ${one.year}`,
      en: `${one.make.en} ${one.model.en} ${one.year}`,
    }),
    plate: v.plate(one.plate),
    insured: v.text(insuredWords(one.insurance !== undefined)),
    insurer: one.insurance ? v.text(one.insurance.insurer) : v.none,
    until: v.day(one.insurance?.until),
  })),
  empty: { ar: 'ليس باسمك مركبة.', en: 'No vehicle is registered in your name.' },
})

/** A person's accidents: their own share of the fault, and what the others drove, without their names. */
export const accidentsTable = (accidents: readonly Accident[]): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  columns: [
    { key: 'number', label: { ar: 'رقم التقرير', en: 'Report number' } },
    { key: 'happenedAt', label: { ar: 'الوقت', en: 'When' } },
    { key: 'place', label: { ar: 'المكان', en: 'Where' } },
    { key: 'vehicle', label: { ar: 'مركبتك', en: 'Your vehicle' } },
    { key: 'liability', label: { ar: 'نسبة خطئك', en: 'Your share of the fault' } },
    { key: 'others', label: { ar: 'الأطراف الأخرى', en: 'Other parties' } },
    { key: 'injured', label: { ar: 'المصابون', en: 'Injured' } },
  ],
  rows: accidents.map((one) => ({
    number: v.code(one.number),
    happenedAt: v.instant(one.happenedAt),
    place: v.text(one.place),
    vehicle: v.text(one.vehicle),
    liability: v.code(`${one.liability}%`),
    others: v.text({
      ar: one.others.map(({ vehicle, liability }) => `${vehicle.ar}: ${liability}٪`).join('، '),
      en: one.others.map(({ vehicle, liability }) => `${vehicle.en}: ${liability}%`).join(', '),
    }),
    injured: v.number(one.injured),
  })),
  empty: { ar: 'لا حوادث مسجّلة باسمك.', en: 'No accident is on record in your name.' },
})
