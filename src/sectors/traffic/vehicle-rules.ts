import { personKind } from '#kernel/person-number.ts'
import { accountStateOf } from '#platform/accounts/account-state.ts'
import { v } from '#platform/catalogue/value.ts'
import { all, any, fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { limitOn } from './limits.ts'
import { countPrivateVehicles, type Vehicle } from './registry/vehicles.ts'
import { countUnpaidOnVehicle } from './registry/violations.ts'
import { plateTypeNames, vehicleStateNames } from './words.ts'

/** Rules about a vehicle, and about who wants to buy one (register `sell-vehicle`, F-10). */

export const registrationValid = rule<Vehicle>({
  name: 'registration-valid',
  title: { ar: 'رخصة السير سارية', en: 'The registration is valid' },
  when: 'opening',
  facts: async ({ subject }) => ({
    until: { label: { ar: 'رخصة السير حتى', en: 'Registered until' }, value: v.day(subject.registeredUntil) },
  }),
  condition: fact('until').notBeforeToday(),
  reason: {
    ar: 'انتهت رخصة سير المركبة في {until}. جدّدها ثم عُد.',
    en: 'The registration of the vehicle ended on {until}. Renew it, then come back.',
  },
})

export const inspectionValid = rule<Vehicle>({
  name: 'inspection-valid',
  title: { ar: 'الفحص الدوري سارٍ', en: 'The periodic inspection is valid' },
  when: 'opening',
  facts: async ({ subject }) => ({
    until: { label: { ar: 'الفحص الدوري حتى', en: 'Inspected until' }, value: v.day(subject.inspectedUntil) },
  }),
  condition: fact('until').notBeforeToday(),
  reason: {
    ar: 'انتهى الفحص الدوري في {until}. افحص المركبة في محطة معتمدة، وتصلنا النتيجة منها.',
    en: 'The periodic inspection ended on {until}. Have it inspected at a station; the result reaches us from there.',
  },
})

export const insured = rule<Vehicle>({
  name: 'insured',
  title: { ar: 'التأمين سارٍ', en: 'The vehicle is insured' },
  when: 'opening',
  facts: async ({ subject }) => ({
    until: { label: { ar: 'التأمين حتى', en: 'Insured until' }, value: v.day(subject.insurance?.until) },
  }),
  condition: fact('until').notBeforeToday(),
  reason: {
    ar: 'لا تأمين ساريًا على المركبة. أمّنها لدى شركة تأمين، وتصلنا الوثيقة منها.',
    en: 'The vehicle has no valid insurance. Insure it with an insurer; the policy reaches us from there.',
  },
})

export const vehicleRunning = rule<Vehicle>({
  name: 'vehicle-running',
  title: {
    ar: 'المركبة غير مفقودة ولا مطلوبة ولا محجوزة',
    en: 'The vehicle is not missing, wanted or impounded',
  },
  when: 'opening',
  facts: async ({ subject }) => ({
    state: { label: { ar: 'حال المركبة', en: 'State' }, value: v.text(vehicleStateNames[subject.state]) },
  }),
  condition: fact('state').equals(vehicleStateNames.running.en),
  reason: {
    ar: 'المركبة مسجّلة على أنها {state}. راجع مكتب المرور لإنهاء ذلك أولًا.',
    en: 'The vehicle is on record as: {state}. Visit a Traffic office to settle that first.',
  },
})

export const sellableType = rule<Vehicle>({
  name: 'sellable-type',
  title: { ar: 'المركبة خصوصي أو نقل خاص', en: 'It is a private or private-transport vehicle' },
  when: 'opening',
  facts: async ({ subject }) => ({
    type: { label: { ar: 'نوع اللوحة', en: 'Plate type' }, value: v.text(plateTypeNames[subject.plateType]) },
  }),
  condition: fact('type').oneOf(plateTypeNames.private.en, plateTypeNames['private-transport'].en),
  reason: {
    ar: 'نوع اللوحة {type}، ولا تُباع إلكترونيًا إلا مركبات الخصوصي والنقل الخاص. راجع مكتب المرور.',
    en: 'The plate type is {type}; only private and private-transport vehicles are sold online. Visit a Traffic office.',
  },
})

export const noViolationsOnVehicle = rule<Vehicle>({
  name: 'no-violations-on-vehicle',
  title: { ar: 'لا مخالفات غير مسددة على المركبة', en: 'No unpaid violations on the vehicle' },
  when: 'opening',
  facts: async ({ db, subject }) => ({
    unpaid: {
      label: { ar: 'مخالفات المركبة غير المسددة', en: 'Unpaid violations on the vehicle' },
      value: v.number(await countUnpaidOnVehicle(db, subject.sequenceNumber)),
    },
  }),
  condition: fact('unpaid').equals(0),
  reason: {
    ar: 'على المركبة مخالفات لم تُسدَّد. سدّدها ثم عُد.',
    en: 'There are unpaid violations on the vehicle. Pay them, then come back.',
  },
  remedy: { label: { ar: 'سدّد المخالفات', en: 'Pay the violations' }, service: 'pay-violations' },
})

export const buyerActivated = rule({
  name: 'buyer-activated',
  title: { ar: 'حساب المشتري مفعّل', en: 'The buyer’s account is activated' },
  when: 'submission',
  of: 'buyer',
  facts: async ({ db, person }) => ({
    activated: {
      label: { ar: 'الحساب مفعّل', en: 'Account activated' },
      value: v.yesNo((await accountStateOf(db, person)) === 'activated'),
    },
  }),
  condition: fact('activated').equals(true),
  reason: {
    ar: 'حسابك غير مفعّل. فعّله من تطبيق مصرفك أو عند موظف التفعيل.',
    en: 'Your account is not activated. Activate it in your bank app or with an activation officer.',
  },
  remedy: { label: { ar: 'طرق التفعيل', en: 'How to activate' }, page: '/activate' },
})

/** A resident owns at most two private vehicles, of at most eight seats each (F-10). */
export const residentMayOwn = rule<Vehicle>({
  name: 'resident-may-own',
  title: {
    ar: 'للمقيم مركبتان خصوصيتان على الأكثر، لا تزيد مقاعد كل منهما على 8',
    en: 'A resident owns at most two private vehicles, of at most 8 seats each',
  },
  when: 'submission',
  of: 'buyer',
  facts: async ({ db, person, subject, today }) => {
    const owned = await countPrivateVehicles(db, person)
    return {
      resident: {
        label: { ar: 'المشتري مقيم', en: 'The buyer is a resident' },
        value: v.yesNo(personKind(person) === 'resident'),
      },
      private: {
        label: { ar: 'المركبة خصوصي', en: 'A private vehicle' },
        value: v.yesNo(subject.plateType === 'private'),
      },
      owned: { label: { ar: 'مركباتك الخصوصية', en: 'Your private vehicles' }, value: v.number(owned) },
      seats: { label: { ar: 'المقاعد', en: 'Seats' }, value: v.number(subject.seats) },
      room: {
        label: { ar: 'ما يمكنك تملّكه بعد', en: 'How many more you may own' },
        value: v.number(limitOn('residentPrivateVehicles', today) - owned),
      },
      seatsToSpare: {
        label: { ar: 'مقاعد دون الحد', en: 'Seats below the limit' },
        value: v.number(limitOn('residentSeats', today) - subject.seats),
      },
    }
  },
  condition: any(
    not(all(fact('resident').equals(true), fact('private').equals(true))),
    all(fact('room').atLeast(1), fact('seatsToSpare').atLeast(0)),
  ),
  reason: {
    ar: 'لديك {owned} من المركبات الخصوصية، ومقاعد هذه المركبة {seats}. للمقيم مركبتان على الأكثر، ومقاعد كل منهما 8 على الأكثر.',
    en: 'You own {owned} private vehicles, and this one has {seats} seats. A resident may own two, of at most 8 seats each.',
  },
})
