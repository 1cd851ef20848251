import { addDays } from '#kernel/day.ts'
import { personKind } from '#kernel/person-number.ts'
import { v } from '#platform/catalogue/value.ts'
import { addressesOf } from '#platform/people/address.ts'
import { findPerson } from '#platform/people/person.ts'
import { any, fact } from '#platform/rules/condition.ts'
import { type Rule, rule } from '#platform/rules/rule.ts'
import { limitOn } from './limits.ts'
import { type DrivingLicence, medicalValidUntil, suspensionsOf } from './registry/licences.ts'
import { countUnpaid, type Violation } from './registry/violations.ts'
import type { UnpaidViolations } from './subjects.ts'
import { classNames, violationStateNames } from './words.ts'

/** Rules about a person and about their licence. Those about vehicles are in `vehicle-rules.ts`. */

const payNow = {
  label: { ar: 'سدّد المخالفات', en: 'Pay the violations' },
  service: 'pay-violations',
} as const

/** Of the applicant before anything is filled, or of another party once it is named. */
export const noUnpaidViolations = (of?: string): Rule =>
  rule({
    name: of ? `${of}-no-unpaid-violations` : 'no-unpaid-violations',
    title: { ar: 'لا مخالفات غير مسددة', en: 'No unpaid violations' },
    when: of ? 'submission' : 'opening',
    ...(of ? { of } : {}),
    facts: async ({ db, person }) => ({
      unpaid: {
        label: { ar: 'المخالفات غير المسددة', en: 'Unpaid violations' },
        value: v.number(await countUnpaid(db, person)),
      },
    }),
    condition: fact('unpaid').equals(0),
    reason: {
      ar: 'عليك مخالفات لم تُسدَّد. سدّدها ثم عُد.',
      en: 'You have unpaid violations. Pay them, then come back.',
    },
    remedy: payNow,
  })

export const licenceRenewable = rule<DrivingLicence>({
  name: 'licence-renewable',
  title: {
    ar: 'الرخصة منتهية أو تنتهي خلال 180 يومًا',
    en: 'The licence has expired, or expires within 180 days',
  },
  when: 'opening',
  facts: async ({ subject, today }) => ({
    until: { label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(subject.expiresOn) },
    opens: {
      label: { ar: 'يفتح التجديد في', en: 'Renewal opens on' },
      value: v.day(addDays(subject.expiresOn, -limitOn('renewalOpensDays', today))),
    },
  }),
  condition: fact('opens').notAfterToday(),
  reason: {
    ar: 'رخصتك سارية حتى {until}. يمكنك تجديدها ابتداءً من {opens}.',
    en: 'Your licence is valid until {until}. You can renew it from {opens}.',
  },
})

export const privateLicence = rule<DrivingLicence>({
  name: 'private-licence',
  title: { ar: 'الرخصة خاصة', en: 'It is a private licence' },
  when: 'opening',
  facts: async ({ subject }) => ({
    class: { label: { ar: 'نوع الرخصة', en: 'Class' }, value: v.text(classNames[subject.class]) },
  }),
  condition: fact('class').equals(classNames.private.en),
  reason: {
    ar: 'تُجدَّد الرخصة الخاصة وحدها إلكترونيًا، ورخصتك: {class}. راجع مكتب المرور لتجديدها.',
    en: 'Only a private licence is renewed online; yours is: {class}. Visit a Traffic office to renew it.',
  },
})

export const medicalExamValid = rule({
  name: 'medical-exam-valid',
  title: { ar: 'الفحص الطبي سارٍ', en: 'The medical exam is valid' },
  when: 'opening',
  facts: async ({ db, person }) => ({
    until: {
      label: { ar: 'الفحص صالح حتى', en: 'Exam valid until' },
      value: v.day(await medicalValidUntil(db, person)),
    },
  }),
  condition: fact('until').notBeforeToday(),
  reason: {
    ar: 'ليس لديك فحص طبي سارٍ (آخر صلاحية: {until}). أجرِ الفحص في مركز طبي معتمد، وتصلنا نتيجته منه مباشرة.',
    en: 'You have no valid medical exam (last valid until: {until}). Take it at an approved clinic; the result reaches us from there.',
  },
})

export const noSuspension = rule({
  name: 'no-suspension',
  title: { ar: 'الخدمات غير موقوفة', en: 'Services are not suspended' },
  when: 'opening',
  facts: async ({ db, person }) => {
    const [first, ...more] = await suspensionsOf(db, person)
    return {
      suspensions: {
        label: { ar: 'إيقافات الخدمات', en: 'Suspensions' },
        value: v.number(first ? 1 + more.length : 0),
      },
      authority: {
        label: { ar: 'الجهة', en: 'Authority' },
        value: first ? v.text(first.authority) : v.none,
      },
      since: { label: { ar: 'منذ', en: 'Since' }, value: v.day(first?.since) },
    }
  },
  condition: fact('suspensions').equals(0),
  reason: {
    ar: 'خدماتك المرورية موقوفة بطلب من {authority} منذ {since}. راجع هذه الجهة لرفع الإيقاف أو للتظلّم منه.',
    en: 'Your traffic services are suspended by {authority} since {since}. Ask that authority to lift it, or appeal to it.',
  },
})

export const iqamaValid = rule({
  name: 'iqama-valid',
  title: { ar: 'الإقامة سارية (للمقيم)', en: 'The iqama is valid (for residents)' },
  when: 'opening',
  facts: async ({ db, person }) => ({
    kind: { label: { ar: 'الصفة', en: 'You are' }, value: v.text(kindNames[personKind(person)]) },
    until: {
      label: { ar: 'تنتهي الهوية في', en: 'ID expires on' },
      value: v.day((await findPerson(db, person))?.idExpiry),
    },
  }),
  condition: any(fact('kind').equals('citizen'), fact('until').notBeforeToday()),
  reason: {
    ar: 'انتهت إقامتك في {until}. جدّدها من الجوازات ثم عُد.',
    en: 'Your iqama expired on {until}. Renew it with Passports, then come back.',
  },
})

const kindNames = {
  citizen: { ar: 'مواطن', en: 'citizen' },
  resident: { ar: 'مقيم', en: 'resident' },
  visitor: { ar: 'زائر', en: 'visitor' },
} as const

export const holderAlive = rule({
  name: 'holder-alive',
  title: { ar: 'صاحب الرخصة على قيد الحياة', en: 'The holder is alive' },
  when: 'opening',
  facts: async ({ db, person }) => ({
    alive: {
      label: { ar: 'على قيد الحياة', en: 'Alive' },
      value: v.yesNo((await findPerson(db, person))?.alive ?? false),
    },
  }),
  condition: fact('alive').equals(true),
  reason: {
    ar: 'السجل المدني يذكر وفاة صاحب الرخصة. إن كان ذلك خطأ فراجع الأحوال المدنية.',
    en: 'The civil register says that the holder has died. If that is wrong, ask Civil Affairs to correct it.',
  },
})

export const photoOnFile = rule({
  name: 'photo-on-file',
  title: { ar: 'الصورة الشخصية محفوظة', en: 'A photo is on file' },
  when: 'opening',
  facts: async ({ db, person }) => ({
    photo: {
      label: { ar: 'الصورة محفوظة', en: 'Photo on file' },
      value: v.yesNo(Boolean((await findPerson(db, person))?.photoSeed)),
    },
  }),
  condition: fact('photo').equals(true),
  reason: {
    ar: 'لا صورة لك في السجل. راجع مكتب المرور لالتقاطها.',
    en: 'There is no photo of you on file. Visit a Traffic office to have it taken.',
  },
})

export const addressRegistered = rule({
  name: 'address-registered',
  title: { ar: 'لك عنوان وطني مسجّل', en: 'You have a registered national address' },
  when: 'opening',
  facts: async ({ db, person }) => ({
    addresses: {
      label: { ar: 'عناوينك', en: 'Your addresses' },
      value: v.number((await addressesOf(db, person)).length),
    },
  }),
  condition: fact('addresses').atLeast(1),
  reason: {
    ar: 'نوصل الرخصة إلى عنوانك الوطني، وليس لك عنوان مسجّل. سجّله ثم عُد.',
    en: 'We deliver the licence to your national address, and you have none. Register one, then come back.',
  },
  remedy: { label: { ar: 'سجّل عنوانك', en: 'Register your address' }, service: 'national-address' },
})

export const somethingToPay = rule<UnpaidViolations>({
  name: 'something-to-pay',
  title: { ar: 'عليك مخالفة غير مسددة', en: 'You have an unpaid violation' },
  when: 'opening',
  facts: async ({ subject }) => ({
    unpaid: {
      label: { ar: 'المخالفات غير المسددة', en: 'Unpaid violations' },
      value: v.number(subject.unpaid.length),
    },
  }),
  condition: fact('unpaid').atLeast(1),
  reason: { ar: 'لا مخالفات غير مسددة عليك.', en: 'You have no unpaid violation.' },
})

export const notPaidYet = rule<Violation>({
  name: 'not-paid-yet',
  title: { ar: 'المخالفة غير مسددة', en: 'The violation is unpaid' },
  when: 'opening',
  lasts: 'submission',
  facts: async ({ subject }) => ({
    state: { label: { ar: 'حال المخالفة', en: 'State' }, value: v.text(violationStateNames[subject.state]) },
  }),
  condition: fact('state').equals(violationStateNames.unpaid.en),
  reason: {
    ar: 'المخالفة {state}. لا يُقبل الاعتراض إلا على مخالفة غير مسددة.',
    en: 'The violation is {state}. You can object only to an unpaid violation.',
  },
})

export const notDecidedYet = rule<Violation>({
  name: 'not-decided-yet',
  title: { ar: 'لم يُبتّ في اعتراض سابق', en: 'No earlier objection was decided' },
  when: 'opening',
  lasts: 'submission',
  facts: async ({ subject }) => ({
    decided: {
      label: { ar: 'بُتّ في اعتراض عليها', en: 'An objection was decided' },
      value: v.yesNo(subject.decision !== undefined),
    },
  }),
  condition: fact('decided').equals(false),
  reason: {
    ar: 'بُتّ في اعتراضك على هذه المخالفة من قبل. يمكنك رفع دعوى أمام المحكمة المرورية، أو سداد المخالفة.',
    en: 'Your objection to this violation was decided before. You can go to the traffic court, or pay the violation.',
  },
  remedy: payNow,
})

export const inTimeToObject = rule<Violation>({
  name: 'in-time-to-object',
  title: { ar: 'لم تنتهِ مهلة الاعتراض', en: 'The time to object is not over' },
  when: 'opening',
  lasts: 'submission',
  facts: async ({ subject }) => ({
    objectBy: { label: { ar: 'آخر يوم للاعتراض', en: 'Last day to object' }, value: v.day(subject.objectBy) },
  }),
  condition: fact('objectBy').notBeforeToday(),
  reason: {
    ar: 'انتهت مهلة الاعتراض في {objectBy}. يمكنك رفع دعوى أمام المحكمة المرورية، أو سداد المخالفة.',
    en: 'The time to object ended on {objectBy}. You can go to the traffic court, or pay the violation.',
  },
  remedy: payNow,
})
