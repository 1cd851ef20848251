import { dayOf } from '#kernel/day.ts'
import { formatDay, formatMoney } from '#kernel/format.ts'
import type { Subject, SubjectType } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import { type DrivingLicence, licencesOf } from './registry/licences.ts'
import { type Vehicle, vehiclesOf } from './registry/vehicles.ts'
import { dueOn, findViolation, type Violation, violationsOf } from './registry/violations.ts'
import { classNames, licenceDetail, vehicleLabel } from './words.ts'

export const ownDrivingLicence: SubjectType<DrivingLicence> = {
  kind: 'driving-licence',
  ground: 'self',
  choose: { ar: 'اختر الرخصة', en: 'Choose a licence' },
  none: {
    ar: 'ليس باسمك رخصة قيادة. لإصدار رخصة، ابدأ من مدرسة معتمدة لتعليم القيادة.',
    en: 'You have no driving licence. To get one, start at an approved driving school.',
  },
  list: async ({ db }, person) =>
    (await licencesOf(db, person)).map((licence) => ({
      id: licence.id,
      person,
      label: classNames[licence.class],
      detail: licenceDetail(licence),
      value: licence,
    })),
}

export const ownVehicle: SubjectType<Vehicle> = {
  kind: 'vehicle',
  ground: 'owner',
  choose: { ar: 'اختر المركبة', en: 'Choose a vehicle' },
  none: {
    ar: 'ليس باسمك مركبة. إن اشتريت مركبة حديثًا فستظهر هنا بعد نقل ملكيتها.',
    en: 'No vehicle is registered in your name. One that you have just bought appears once its ownership has moved.',
  },
  list: async ({ db, clock }, person) =>
    (await vehiclesOf(db, person, dayOf(clock.now()))).map((vehicle) => ({
      id: vehicle.id,
      person,
      label: vehicleLabel(vehicle),
      value: vehicle,
    })),
}

/** A violation of one's own: those still open to choose from, any of them by id. */
export const ownViolation: SubjectType<Violation> = {
  kind: 'violation',
  ground: 'self',
  choose: { ar: 'اختر المخالفة', en: 'Choose a violation' },
  none: {
    ar: 'لا مخالفات غير مسددة عليك.',
    en: 'You have no unpaid violation.',
  },
  list: async ({ db }, person) => (await violationsOf(db, person, 'open')).map(subjectOf),
  find: async ({ db }, person, id) => {
    const found = await findViolation(db, person, id)
    return found && subjectOf(found)
  },
}

const subjectOf = (it: Violation): Subject<Violation> => ({
  id: it.id,
  person: it.person,
  label: { ar: `مخالفة ${it.number}`, en: `Violation ${it.number}` },
  detail: {
    ar: `${it.title.ar}، ${it.place.ar}، ${formatDay(dayOf(it.committedAt), 'ar')}`,
    en: `${it.title.en}, ${it.place.en}, ${formatDay(dayOf(it.committedAt), 'en')}`,
  },
  facts: [
    { key: 'what', label: { ar: 'المخالفة', en: 'Violation' }, value: v.text(it.title) },
    { key: 'at', label: { ar: 'وقت الرصد', en: 'Observed' }, value: v.instant(it.committedAt) },
    { key: 'place', label: { ar: 'المكان', en: 'Place' }, value: v.text(it.place) },
    ...(it.speed
      ? [
          {
            key: 'speed',
            label: { ar: 'السرعة المرصودة والمسموحة (كم/س)', en: 'Speed driven and allowed (km/h)' },
            value: v.code(`${it.speed.driven} / ${it.speed.allowed}`),
          },
        ]
      : []),
    ...(it.sequenceNumber
      ? [
          {
            key: 'vehicle',
            label: { ar: 'الرقم التسلسلي للمركبة', en: 'Sequence number of the vehicle' },
            value: v.code(it.sequenceNumber),
          },
        ]
      : []),
    { key: 'amount', label: { ar: 'الغرامة', en: 'Fine' }, value: v.money(it.amount) },
    { key: 'points', label: { ar: 'النقاط', en: 'Points' }, value: v.number(it.points) },
  ],
  value: it,
})

/** What a person has to pay to Traffic, as one thing to be paid in whole or in part. */
export interface UnpaidViolations {
  readonly unpaid: readonly Violation[]
}

export const ownUnpaidViolations: SubjectType<UnpaidViolations> = {
  kind: 'unpaid-violations',
  ground: 'self',
  choose: { ar: 'مخالفاتك', en: 'Your violations' },
  none: { ar: 'لا مخالفات عليك.', en: 'You have no violation.' },
  list: async ({ db, clock }, person) => {
    const unpaid = await violationsOf(db, person, 'unpaid')
    const today = dayOf(clock.now())
    return [
      {
        id: 'unpaid',
        person,
        label: { ar: 'مخالفاتك المرورية', en: 'Your traffic violations' },
        detail: unpaid.length
          ? {
              ar: unpaid.map((one) => formatMoney(dueOn(one, today), 'ar')).join('، '),
              en: unpaid.map((one) => formatMoney(dueOn(one, today), 'en')).join(', '),
            }
          : { ar: 'لا شيء عليك', en: 'nothing to pay' },
        value: { unpaid },
      },
    ]
  },
}
