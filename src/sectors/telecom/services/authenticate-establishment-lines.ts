import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { form } from '#platform/forms/field.ts'
import { personNumber } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { fingerprintEnrolled } from '#sectors/fingerprint/index.ts'
import { linesPerDelegate } from '../limits.ts'
import { authenticateLine } from '../registry/lines.ts'
import { linesLeft, notAuthenticated } from '../rules.ts'
import { openLine } from '../subjects.ts'

/**
 * Register 140 `authenticate-establishment-lines`, power `lines.authenticate`: line by line, by the delegate's own
 * enrolled fingerprint, with the consent of the line's actual user.
 */
export default service('authenticate-establishment-lines', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'توثيق شرائح المنشأة', en: 'Authenticate establishment lines' },
  summary: {
    ar: 'وثّق خطًا من خطوط المنشأة ببصمتك باسم من يستخدمه فعلًا، بعد موافقته.',
    en: 'Authenticate one of the establishment’s lines by your fingerprint, for its actual user, once they agree.',
  },
  words: ['توثيق شريحة', 'بصمة الشرائح', 'مستخدم فعلي', 'SIM authentication', 'actual user'],
  audience: ['establishment'],
  power: 'lines.authenticate',
  time: { ar: 'عند موافقة المستخدم، خلال سبعة أيام', en: 'When the user agrees, within seven days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: `يوثّق كل مفوَّض ${linesPerDelegate} خطوط على الأكثر.`,
      en: `Each delegate authenticates ${linesPerDelegate} lines at most.`,
    },
  ],
  subject: openLine,
  form: form({
    user: personNumber({
      label: { ar: 'رقم هوية المستخدم الفعلي أو إقامته', en: 'The actual user’s ID or iqama number' },
      hint: { ar: 'يُسأل قبل التوثيق.', en: 'They are asked before anything is done.' },
      kinds: ['citizen', 'resident'],
    }),
  }),
  parties: { user: 'user' },
  rules: [notAuthenticated, { ...fingerprintEnrolled, of: 'actor' }, linesLeft],
  steps: [
    {
      kind: 'approval',
      id: 'consent',
      title: { ar: 'موافقة المستخدم الفعلي', en: 'The actual user agrees' },
      body: {
        ar: 'إن وافقت سُجّل هذا الخط باسمك مستخدمًا فعليًا له، ورأيته في «بياناتي».',
        en: 'If you agree, you are on record as the actual user of this line, and see it in “My data”.',
      },
      by: 'user',
      within: days(7),
      shows: [],
      accept: { ar: 'أستخدم هذا الخط', en: 'I use this line' },
      refuse: { ar: 'لا أستخدمه', en: 'I do not use it' },
    },
  ],
  effect: async ({ tx, clock, subject, actor, party }) => {
    const it = { user: party('user'), by: actor, cap: linesPerDelegate, at: clock.now() }
    const done = await authenticateLine(tx, subject.value, it)
    if (done !== 'done') throw new Refusal(refusals[done])
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant', 'user'],
        text: {
          ar: 'وُثّق {subject} باسم مستخدمه الفعلي. الطلب {reference}',
          en: '{subject} is authenticated for its actual user. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})

const refusals = {
  taken: { ar: 'وُثّق هذا الخط أثناء الانتظار.', en: 'This line was authenticated meanwhile.' },
  full: {
    ar: 'بلغ المفوَّض حد الخطوط التي يوثّقها أثناء الانتظار.',
    en: 'The delegate reached the most lines that one person may authenticate meanwhile.',
  },
} as const
