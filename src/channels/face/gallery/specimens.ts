import { day } from '#kernel/day.ts'
import { halalas, sar } from '#kernel/money.ts'
import { plate } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import type { Block, Verdict } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Fields } from '#platform/forms/field.ts'
import {
  choice,
  choices,
  consent,
  date,
  email,
  file,
  iban as ibanField,
  integer,
  mobile,
  money,
  nationalAddress,
  personNumber,
  plate as plateField,
  text,
  yesNo,
} from '#platform/forms/fields/index.ts'

export const t = (ar: string, en: string): Text => ({ ar, en })
const cities = ['الرياض', 'جدة', 'الدمام', 'أبها', 'تبوك', 'حائل', 'نجران', 'جازان', 'عرعر', 'بريدة']

/** One field of every kind. */
export const fields: Fields = {
  name: text({ label: t('الاسم كما في جوازك', 'Name as in your passport'), optional: true }),
  reason: text({
    label: t('لماذا تعترض؟', 'Why do you object?'),
    hint: t('سطران يكفيان', 'Two lines are enough'),
    multiline: true,
  }),
  reasonForLeave: choice({
    label: t('سبب الاستبدال', 'Why do you replace it?'),
    options: [
      {
        value: 'lost',
        label: t('ضاعت', 'It is lost'),
        detail: t('نلغي القديمة فورًا', 'We cancel the old one at once'),
      },
      { value: 'damaged', label: t('تلفت', 'It is damaged') },
    ],
  }),
  days: choices({
    label: t('الأيام التي تناسبك', 'Days that suit you'),
    options: [
      { value: 'sun', label: t('الأحد', 'Sunday') },
      { value: 'mon', label: t('الاثنين', 'Monday') },
    ],
  }),
  insured: yesNo({ label: t('هل المركبة مؤمَّنة؟', 'Is the vehicle insured?') }),
  seats: integer({ label: t('عدد المقاعد', 'Number of seats'), max: 9 }),
  price: money({
    label: t('سعر البيع', 'Price of the sale'),
    hint: t('من 500 إلى مليون ريال', 'From 500 to a million riyals'),
  }),
  born: date({ label: t('تاريخ الميلاد', 'Date of birth') }),
  buyer: personNumber({ label: t('رقم هوية المشتري', 'The buyer’s ID number') }),
  mobile: mobile({ label: t('رقم الجوال', 'Mobile number') }),
  email: email({ label: t('البريد الإلكتروني', 'E-mail') }),
  payoutTo: ibanField({ label: t('الحساب الذي يصله المبلغ', 'Account that receives the money') }),
  plate: plateField({ label: t('لوحة المركبة', 'Plate of the vehicle') }),
  address: nationalAddress({ label: t('عنوان التوصيل', 'Delivery address') }),
  evidence: file({
    label: t('صورة البلاغ', 'Picture of the report'),
    accept: ['application/pdf', 'image/jpeg'],
    maxBytes: 5_000_000,
  }),
  city: choice({
    label: t('المدينة', 'City'),
    options: cities.map((name) => ({ value: name, label: t(name, name) })),
  }),
  agree: consent({
    label: t('أقرّ بأن ما ذكرته صحيح', 'I declare that what I have said is true'),
    hint: t('من يخالف يتحمل المسؤولية.', 'Who does otherwise is answerable for it.'),
  }),
}

/** What was typed in them before. */
export const answers: Readonly<Record<string, unknown>> = {
  reasonForLeave: 'lost',
  days: ['mon'],
  price: '42,500',
  buyer: '1098765432',
  born: { day: '31', month: '9', year: '1410', calendar: 'hijri' },
  plate: { letters: ['أ', 'ب', 'ح'], digits: '1234' },
}

export const errors: Readonly<Record<string, Text>> = {
  buyer: t('راجع الرقم: فيه خانة غير صحيحة', 'Check the number: one digit is wrong'),
  born: t('راجع اليوم: في هذا الشهر 29 يومًا', 'Check the day: that month has 29 days'),
}

const verdicts: readonly Verdict[] = [
  {
    rule: 'insured',
    title: t('المركبة مؤمَّنة', 'The vehicle is insured'),
    outcome: 'met',
    facts: [{ key: 'until', label: t('التأمين حتى', 'Insured until'), value: v.day(day('2027-03-01')) }],
  },
  {
    rule: 'no-violations',
    title: t('لا مخالفات غير مسددة', 'No unpaid violations'),
    outcome: 'unmet',
    facts: [
      { key: 'count', label: t('المخالفات', 'Violations'), value: v.number(2) },
      { key: 'due', label: t('المبلغ', 'Amount'), value: v.money(sar(450)) },
    ],
    reason: t('عليك مخالفتان غير مسددتين.', 'You have two unpaid violations.'),
    remedy: { label: t('سدّد المخالفات', 'Pay the violations'), page: '/bills' },
  },
  {
    rule: 'buyer-licensed',
    title: t('المشتري يحمل رخصة', 'The buyer holds a licence'),
    outcome: 'hidden',
    facts: [],
  },
]

/** One block of every kind, with a value of every kind. */
export const blocks: readonly Block[] = [
  {
    kind: 'status',
    code: 'VALID',
    tone: 'good',
    title: t('رخصتك سارية', 'Your licence is valid'),
    body: t('تنتهي بعد ثلاث سنوات.', 'It expires in three years.'),
    next: { label: t('جدّدها قبل ذلك', 'Renew it before then'), service: 'renew-driving-licence' },
  },
  {
    kind: 'facts',
    title: t('بيانات الرخصة', 'The licence'),
    facts: [
      { key: 'number', label: t('الرقم', 'Number'), value: v.code('1098765432') },
      { key: 'kind', label: t('النوع', 'Kind'), value: v.text(t('خصوصي', 'Private')) },
      { key: 'expires', label: t('تنتهي في', 'Expires'), value: v.day(day('2029-11-02')) },
      { key: 'seen', label: t('آخر اطلاع', 'Last seen'), value: v.instant(new Date('2026-11-23T07:10:00Z')) },
      { key: 'fee', label: t('الرسم', 'Fee'), value: v.money(halalas(123_450)) },
      { key: 'plate', label: t('اللوحة', 'Plate'), value: v.plate(plate('أ ب ح 1234')) },
      { key: 'account', label: t('الحساب', 'Account'), value: v.code('SA03 8000 0000 6080 1016 7519') },
      { key: 'donor', label: t('متبرع بالأعضاء', 'Organ donor'), value: v.yesNo(true) },
      { key: 'restrictions', label: t('القيود', 'Restrictions'), value: v.none },
    ],
  },
  {
    kind: 'table',
    title: t('المخالفات', 'Violations'),
    columns: [
      { key: 'what', label: t('المخالفة', 'Violation') },
      { key: 'on', label: t('التاريخ', 'Date') },
      { key: 'amount', label: t('المبلغ', 'Amount') },
    ],
    rows: [
      {
        what: v.text(t('تجاوز السرعة', 'Speeding')),
        on: v.day(day('2026-10-03')),
        amount: v.money(sar(300)),
      },
      {
        what: v.text(t('وقوف خاطئ', 'Wrong parking')),
        on: v.day(day('2026-11-12')),
        amount: v.money(sar(150)),
      },
    ],
    next: [{ label: t('اعترض', 'Object'), page: '/object/1' }, undefined],
    empty: t('لا مخالفات', 'No violations'),
  },
  { kind: 'verdicts', title: t('هل تستطيع البيع؟', 'Can you sell?'), verdicts },
  {
    kind: 'document',
    document: 'driving-licence',
    title: t('رخصة القيادة', 'Driving licence'),
    subject: 'x',
  },
  { kind: 'note', tone: 'warning', body: t('يُغلق المكتب غدًا.', 'The office is closed tomorrow.') },
]
