import type { Text } from '#kernel/text.ts'
import { notHeldBack } from '#platform/accounts/rules.ts'
import { service } from '#platform/catalogue/definition.ts'
import { businessPowers, ownerAlone } from '#platform/catalogue/power.ts'
import { form } from '#platform/forms/field.ts'
import { choice, choices } from '#platform/forms/fields/index.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { appoint, appointmentFields, delegateAgrees, forMonths } from '../appoint.ts'
import { powersOf, powersTold, powersTrouble, roles } from '../roles.ts'

/** Register `appoint-my-business-delegate` (R-DEL-01…11): power by power; a role and "everything" are written out. */
export default service('appoint-my-business-delegate', {
  sector: 'business',
  version: 1,
  title: { ar: 'تعيين مفوَّض أعمال المنشأة', en: 'Appoint a My Business delegate' },
  summary: {
    ar: 'فوّض شخصًا بصلاحيات محددة باسم منشأتك، بعد أن يقبل.',
    en: 'Give somebody named powers for your establishment, once they agree.',
  },
  words: ['مفوض موقع My Business', 'مفوض', 'صلاحيات', 'delegate', 'powers'],
  audience: ['establishment'],
  power: ownerAlone,
  appoints: true,
  time: { ar: 'عند قبول المفوَّض، خلال 14 يومًا', en: 'When the delegate accepts, within 14 days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'لا يفوّض المفوَّض غيره، وينتهي التفويض بانتهاء مدته أو متى أنهاه أحد الطرفين.',
      en: 'A delegate appoints nobody else. It ends with its term, or whenever either side ends it.',
    },
  ],
  subject: thisEstablishment,
  form: form(
    {
      ...appointmentFields,
      role: choice({
        label: { ar: 'الدور', en: 'Role' },
        options: [
          {
            value: 'accountant',
            label: { ar: 'محاسب', en: 'Accountant' },
            detail: { ar: 'الفواتير وسدادها والنقاط', en: 'Bills, their payment, points' },
          },
          {
            value: 'services',
            label: { ar: 'مسؤول الخدمات', en: 'Services' },
            detail: { ar: 'طلب الخدمات وتنشيطها وتعديلها', en: 'Requests, activates and changes services' },
          },
          {
            value: 'manager',
            label: { ar: 'مدير', en: 'Manager' },
            detail: {
              ar: 'كل ما في قائمة اليوم؛ لا يشمل ما يُضاف بعدها',
              en: 'Everything on today’s list; not what is added later',
            },
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
      {
        slug: 'delegate',
        title: { ar: 'من تفوّض؟', en: 'Whom do you appoint?' },
        fields: ['delegate', 'months'],
      },
      { slug: 'powers', title: { ar: 'بماذا؟', en: 'In what?' }, fields: ['role', 'powers'] },
    ],
  ),
  parties: { delegate: 'delegate' },
  rules: [notHeldBack],
  check: async (answers): Promise<{ powers?: Text }> => {
    const trouble = powersTrouble(roles, answers)
    return trouble ? { powers: trouble } : {}
  },
  steps: [{ ...delegateAgrees, shows: ['role', 'months'], tells: powersTold(roles) }],
  effect: (context) => appoint(context, 'my-business', powersOf(roles, context.answers), forMonths(context)),
  concurrent: true,
  retentionYears: 10,
})
