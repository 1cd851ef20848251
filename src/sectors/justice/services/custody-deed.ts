import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { linkCustody } from '#platform/people/custody.ts'
import { ownMinorChild } from '#platform/people/subjects.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { deedAbout } from '../registry/deeds.ts'
import { deedWaits } from '../rules.ts'
import { effectText, untilText } from '../words.ts'

/** Register 181 `custody-deed`: either parent links a deed by its number; what it gives and takes then holds in every service. */
export default service('custody-deed', {
  sector: 'justice',
  version: 1,
  title: { ar: 'ربط صك حضانة', en: 'Link a custody deed' },
  summary: {
    ar: 'اربط صك الحضانة برقمه، لتُنجز به خدمات طفلك كالجواز والسفر.',
    en: 'Link a custody deed by its number, and use it in your child’s services, such as passport and travel.',
  },
  words: ['صك حضانة', 'حضانة الأطفال', 'حاضنة', 'ولاية', 'طلاق', 'custody', 'guardianship', 'divorce'],
  audience: ['citizen', 'resident'],
  time: { ar: 'خلال ثلاثة أيام', en: 'Within three days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'تقيّد المحكمة الصك أولًا، ثم يربطه أحد الوالدين.',
      en: 'The court enters the deed first; then either parent links it.',
    },
    {
      ar: 'يُبلَّغ الوالد الآخر عند الطلب وعند القرار، ومن بلغ 15 عامًا من الأبناء.',
      en: 'The other parent is told when you ask and when it is decided; so is a child of 15 or more.',
    },
    {
      ar: 'ينتهي أثره من نفسه بانتهاء مدته أو ببلوغ الطفل 18 عامًا هجريًا.',
      en: 'It ends by itself with its term, or when the child is 18 Hijri years old.',
    },
  ],
  subject: ownMinorChild,
  form: form(
    {
      number: text({
        label: { ar: 'رقم الصك', en: 'Number of the deed' },
        hint: { ar: 'كما كتبته المحكمة.', en: 'As the court wrote it.' },
        max: 20,
      }),
    },
    [{ slug: 'deed', title: { ar: 'ما رقم الصك؟', en: 'What is the deed’s number?' }, fields: ['number'] }],
  ),
  rules: [deedWaits],
  check: async ({ number }, { db, subject }): Promise<{ number?: Text }> =>
    (await deedAbout(db, subject.person, number)) ? {} : { number: noSuchDeed },
  steps: [
    {
      kind: 'review',
      id: 'comparison',
      title: { ar: 'مطابقة الصك بسجل الأسرة', en: 'An officer compares it with the family record' },
      unit: 'custody-deeds',
      within: days(3),
      refusals: [
        {
          code: 'NAMES_DIFFER',
          text: {
            ar: 'الأسماء في الصك لا تطابق سجل الأسرة. راجع المحكمة لتصحيحها.',
            en: 'The names in the deed differ from the family record. Ask the court to correct them.',
          },
        },
        {
          code: 'UNDER_APPEAL',
          text: {
            ar: 'الصك محل اعتراض أمام المحكمة ولم يكتسب القطعية بعد.',
            en: 'The deed is under appeal and is not final yet.',
          },
        },
      ],
    },
  ],
  effect: async ({ tx, clock, subject, answers }) => {
    const deed = { child: subject.person, number: answers.number, at: clock.now() }
    if (!(await linkCustody(tx, deed))) throw new Refusal(changed)
  },
  describe: async ({ db, subject, answers }) => {
    const deed = await deedAbout(db, subject.person, answers.number)
    return {
      number: v.code(answers.number),
      effect: deed ? v.text(effectText(deed)) : v.none,
      until: deed ? v.text(untilText(deed)) : v.none,
    }
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant', 'parents', 'subject'],
        text: {
          ar: 'رُبط صك الحضانة {number} عن {subject}، ويسري حتى {until}. {effect} الاعتراض عليه أمام المحكمة. الطلب {reference}',
          en: 'Custody deed {number} about {subject} is linked and holds until {until}. {effect} To object, go to the court. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 30,
})

const noSuchDeed: Text = {
  ar: 'لا صك بهذا الرقم عن هذا الطفل. تأكد من الرقم، أو اسأل المحكمة هل قيّدته.',
  en: 'There is no deed of this number about this child. Check the number, or ask the court whether it was entered.',
}
const changed: Text = {
  ar: 'أنهت المحكمة هذا الصك أو رُبط من قبل.',
  en: 'The court ended this deed, or it was linked already.',
}
