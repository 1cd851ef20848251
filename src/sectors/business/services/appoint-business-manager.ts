import { addYears } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { notHeldBack } from '#platform/accounts/rules.ts'
import { service } from '#platform/catalogue/definition.ts'
import { businessPowers, ownerAlone } from '#platform/catalogue/power.ts'
import { form } from '#platform/forms/field.ts'
import { choice, choices, date } from '#platform/forms/fields/index.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { appoint, delegateAgrees, delegateField } from '../appoint.ts'
import { managerRoles, powersOf, powersTold, powersTrouble } from '../roles.ts'

/** Register 197 `appoint-business-manager`: by the owner alone, powers and dates, once the manager agrees. */
export default service('appoint-business-manager', {
  sector: 'business',
  version: 1,
  title: { ar: 'تفويض مدير منشأة', en: 'Appoint a business manager' },
  summary: {
    ar: 'عيّن من يدير منشأتك معك: بصلاحيات تختارها، ومن يوم إلى يوم.',
    en: 'Appoint who manages your establishment with you: in powers of your choice, from one day to another.',
  },
  words: ['مدير منشأة', 'دعوة مدير', 'مدير الحساب', 'business manager', 'invite a manager'],
  audience: ['establishment'],
  power: ownerAlone,
  appoints: true,
  time: { ar: 'عند قبول المدير، خلال 14 يومًا', en: 'When the manager accepts, within 14 days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'لا يعيّن المدير غيره، ولا يلغي تعيين أحد. ينتهي تعيينه في آخر يوم، أو متى أنهاه أحدكما.',
      en: 'A manager appoints nobody and ends nobody’s appointment. Theirs ends on its last day, or whenever either of you ends it.',
    },
  ],
  subject: thisEstablishment,
  form: form(
    {
      delegate: delegateField,
      from: date({ label: { ar: 'من يوم', en: 'From' }, min: 'today' }),
      until: date({
        label: { ar: 'إلى يوم', en: 'Until' },
        hint: { ar: 'سنة على الأكثر.', en: 'A year at most.' },
        min: 'today',
      }),
      role: choice({
        label: { ar: 'الدور', en: 'Role' },
        options: [
          {
            value: 'general',
            label: { ar: 'مدير عام', en: 'General manager' },
            detail: {
              ar: 'كل ما في قائمة اليوم؛ لا يشمل ما يُضاف بعدها',
              en: 'Everything on today’s list; not what is added later',
            },
          },
          {
            value: 'finance',
            label: { ar: 'مدير مالي', en: 'Finance' },
            detail: { ar: 'الفواتير وحد الائتمان والنقاط', en: 'Bills, the credit limit, points' },
          },
          {
            value: 'operations',
            label: { ar: 'مدير تشغيل', en: 'Operations' },
            detail: { ar: 'الخدمات والبرقيات والمستخدمون', en: 'Services, telegrams, users' },
          },
          { value: 'chosen', label: { ar: 'أختار الصلاحيات بنفسي', en: 'I choose the powers myself' } },
        ],
      }),
      powers: choices({
        label: { ar: 'الصلاحيات', en: 'Powers' },
        hint: { ar: 'إن اخترتها بنفسك.', en: 'If you choose them yourself.' },
        options: businessPowers.map((one) => ({ value: one.name, label: one.title })),
        optional: true,
      }),
    },
    [
      { slug: 'manager', title: { ar: 'من تعيّن؟', en: 'Whom do you appoint?' }, fields: ['delegate'] },
      { slug: 'time', title: { ar: 'متى؟', en: 'When?' }, fields: ['from', 'until'] },
      { slug: 'powers', title: { ar: 'بماذا؟', en: 'In what?' }, fields: ['role', 'powers'] },
    ],
  ),
  parties: { delegate: 'delegate' },
  rules: [notHeldBack],
  check: async (answers): Promise<{ until?: Text; powers?: Text }> => {
    if (answers.until < answers.from) return { until: beforeItBegins }
    if (answers.until > addYears(answers.from, 1)) return { until: overAYear }
    const trouble = powersTrouble(managerRoles, answers)
    return trouble ? { powers: trouble } : {}
  },
  steps: [{ ...delegateAgrees, shows: ['role', 'from', 'until'], tells: powersTold(managerRoles) }],
  effect: (context) =>
    appoint(context, 'manager', powersOf(managerRoles, context.answers), {
      from: context.answers.from,
      until: context.answers.until,
    }),
  concurrent: true,
  retentionYears: 10,
})

const beforeItBegins: Text = {
  ar: 'آخر يوم قبل أول يوم. اختر يومًا بعده.',
  en: 'The last day is before the first. Choose a later one.',
}
const overAYear: Text = { ar: 'أطول مدة سنة واحدة.', en: 'A year is the longest.' }
