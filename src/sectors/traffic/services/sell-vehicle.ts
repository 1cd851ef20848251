import { sar } from '#kernel/money.ts'
import { type Region, regions } from '#kernel/region.ts'
import { notHeldBack } from '#platform/accounts/rules.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice, date, iban, money, personNumber } from '#platform/forms/fields/index.ts'
import { findPerson } from '#platform/people/person.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { noUnpaidViolations } from '../rules.ts'
import { changeOwner } from '../sale.ts'
import { ownVehicle } from '../subjects.ts'
import {
  buyerActivated,
  inspectionValid,
  insured,
  noViolationsOnVehicle,
  registrationValid,
  residentMayOwn,
  sellableType,
  vehicleRunning,
} from '../vehicle-rules.ts'

// The keys of a constant are its type's keys.
const regionCodes = (Object.keys(regions) as Region[]).sort()

/**
 * Register `sell-vehicle`: the price waits in escrow until the buyer has the vehicle in hand. Until then
 * the seller may take it back, and any step that lapses ends it; the buyer's money returns in full.
 */
export default service('sell-vehicle', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'مبايعة مركبة', en: 'Sell a vehicle' },
  summary: {
    ar: 'بِع مركبتك لشخص آخر: يوافق ويسدد، ثم تنتقل الملكية واللوحة ويصلك الثمن.',
    en: 'Sell your vehicle to somebody: they agree and pay, ownership and plate move, and you get the price.',
  },
  words: ['بيع المركبات', 'بيع سيارة', 'نقل ملكية', 'مبايعة سيارات', 'transfer ownership', 'sell my car'],
  audience: ['citizen', 'resident'],
  time: {
    ar: 'فورًا بعد موافقة المشتري وسداده واستلامه',
    en: 'At once when the buyer has agreed, paid and received it',
  },
  cost: {
    ar: 'يسدد المشتري الثمن، و150 ريالًا رسمًا، و230 ريالًا للخدمة.',
    en: 'The buyer pays the price, a fee of SAR 150 and SAR 230 for the service.',
  },
  conditions: [
    { ar: 'تنتقل اللوحة مع المركبة.', en: 'The plate goes with the vehicle.' },
    {
      ar: 'لك أن تلغي البيع قبل أن يؤكد المشتري الاستلام، فيعود إليه كل ما سدد.',
      en: 'You may cancel until the buyer confirms the handover; everything they paid goes back to them.',
    },
  ],
  subject: ownVehicle,
  form: form(
    {
      buyer: personNumber({
        label: { ar: 'رقم هوية المشتري أو إقامته', en: 'The buyer’s ID or iqama number' },
        kinds: ['citizen', 'resident'],
      }),
      buyerBorn: date({
        label: { ar: 'تاريخ ميلاد المشتري', en: 'The buyer’s date of birth' },
        max: 'today',
      }),
      price: money({
        label: { ar: 'الثمن', en: 'The price' },
        hint: { ar: 'بين 500 و1,000,000 ريال.', en: 'Between SAR 500 and 1,000,000.' },
        min: sar(500),
        max: sar(1_000_000),
      }),
      payoutTo: iban({
        label: { ar: 'آيبان حسابك', en: 'Your IBAN' },
        hint: { ar: 'حساب باسمك، يصل إليه الثمن.', en: 'An account in your name; the price is paid to it.' },
      }),
      region: choice({
        label: { ar: 'منطقة التسجيل', en: 'Region of registration' },
        options: regionCodes.map((value) => ({ value, label: regions[value] })),
      }),
    },
    [
      { slug: 'buyer', title: { ar: 'من المشتري؟', en: 'Who buys it?' }, fields: ['buyer', 'buyerBorn'] },
      { slug: 'terms', title: { ar: 'ما الثمن؟', en: 'For how much?' }, fields: ['price', 'payoutTo'] },
      { slug: 'region', title: { ar: 'أين تُسجَّل؟', en: 'Where will it be registered?' }, fields: ['region'] },
    ],
  ),
  parties: { buyer: 'buyer' },
  rules: [
    notHeldBack,
    sellableType,
    vehicleRunning,
    registrationValid,
    inspectionValid,
    insured,
    noViolationsOnVehicle,
    buyerActivated,
    noUnpaidViolations('buyer'),
    residentMayOwn,
  ],
  check: async ({ buyer, buyerBorn }, { db }): Promise<{ buyer?: { ar: string; en: string } }> => {
    const found = await findPerson(db, buyer)
    // One answer for an unknown number, a wrong birthday and a dead person: nothing is learnt from it.
    return found?.alive && found.born === buyerBorn ? {} : { buyer: noSuchBuyer }
  },
  steps: [
    {
      kind: 'integration',
      id: 'account',
      title: { ar: 'المصرف يتحقق من حساب البائع', en: 'The bank checks the seller’s account' },
      provider: 'bank',
      operation: 'iban-ownership',
      within: days(3),
      send: async ({ applicant, answers }) => ({ iban: v.code(answers.payoutTo), owner: v.code(applicant) }),
    },
    {
      kind: 'approval',
      id: 'acceptance',
      title: { ar: 'موافقة المشتري', en: 'The buyer agrees' },
      by: 'buyer',
      within: days(7),
      shows: ['price', 'region'],
      accept: { ar: 'أشتري بهذا الثمن', en: 'I buy it for this price' },
      refuse: { ar: 'لا أشتري', en: 'I do not buy it' },
    },
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد المشتري', en: 'The buyer pays' },
      by: 'buyer',
      within: days(7),
      items: [
        {
          kind: 'escrow',
          title: { ar: 'ثمن المركبة', en: 'Price of the vehicle' },
          amounts: ({ subject, answers }) => [
            {
              title: { ar: `ثمن ${subject.label.ar}`, en: `Price of ${subject.label.en}` },
              amount: answers.price,
            },
          ],
        },
        { rate: 'vehicle-ownership-transfer' },
        { rate: 'vehicle-sale-service' },
      ],
    },
    {
      kind: 'approval',
      id: 'handover',
      title: { ar: 'تأكيد الاستلام', en: 'The buyer confirms the handover' },
      body: {
        ar: 'أكّد بعد أن تستلم المركبة ومفاتيحها. عندها يُدفع الثمن إلى البائع.',
        en: 'Confirm once you have the vehicle and its keys. The price is then paid to the seller.',
      },
      by: 'buyer',
      within: days(7),
      shows: ['price'],
      accept: { ar: 'استلمت المركبة', en: 'I have received the vehicle' },
      refuse: { ar: 'لم أستلمها، أريد مالي', en: 'I have not, and want my money back' },
    },
  ],
  effect: async ({ tx, today, applicant, subject, answers, party, request }) => {
    const sold = await changeOwner(tx, {
      request: request.id,
      vehicle: subject.value,
      seller: applicant,
      buyer: party('buyer'),
      price: answers.price,
      region: answers.region,
      today,
    })
    if (!sold.ok) throw new Refusal(sold.error)
  },
  documents: [
    { document: 'vehicle-registration', to: 'buyer' },
    { document: 'sale-certificate', to: 'buyer' },
    { document: 'sale-certificate' },
  ],
  payout: { to: 'applicant', ibanField: 'payoutTo' },
  describe: async ({ answers }) => ({ price: v.money(answers.price) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'بيعت مركبتك {subject} وانتقلت ملكيتها، والثمن {price} في طريقه إلى حسابك. انتهى تأمينك عليها. الطلب {reference}',
          en: 'You have sold {subject}; {price} is on its way to your account. Your insurance on it has ended. Request {reference}',
        },
      },
      {
        to: ['buyer'],
        text: {
          ar: '{subject} باسمك الآن مع لوحتها. أمّنها قبل أن تقودها. الطلب {reference}',
          en: '{subject} is yours now, with its plate. Insure it before you drive it. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})

const noSuchBuyer = {
  ar: 'لا يطابق الرقمُ تاريخَ الميلاد. راجعهما مع المشتري.',
  en: 'The number and the date of birth do not match. Check both with the buyer.',
}
