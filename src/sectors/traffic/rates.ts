import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { type Rate, rates } from '#platform/catalogue/rate.ts'

const from2014 = (riyals: number, source: string): Rate['amounts'] => [
  { validFrom: day('2014-01-01'), amount: sar(riyals), source },
]

const fine = (ar: string, en: string, riyals: number): Rate => ({
  title: { ar, en },
  kind: 'fine',
  amounts: from2014(riyals, 'Traffic Law, table of violations [assumed]'),
})

export default rates({
  'driving-licence-year': {
    title: { ar: 'رسم رخصة القيادة', en: 'Driving licence fee' },
    kind: 'government-fee',
    unit: { ar: 'لكل سنة', en: 'for each year' },
    amounts: from2014(40, 'renew-driving-licence [known S25]'),
  },
  'driving-licence-late': {
    title: { ar: 'غرامة التأخر في التجديد', en: 'Late renewal' },
    kind: 'government-fee',
    unit: {
      ar: 'لكل سنة بدأت، بعد 60 يومًا من الانتهاء',
      en: 'for each year begun, from 60 days after expiry',
    },
    amounts: from2014(100, 'renew-driving-licence [known S25]'),
  },
  'vehicle-ownership-transfer': {
    title: { ar: 'رسم نقل ملكية المركبة', en: 'Transfer of a vehicle’s ownership' },
    kind: 'government-fee',
    amounts: from2014(150, 'sell-vehicle [known S1]'),
  },
  'vehicle-sale-service': {
    title: { ar: 'خدمة المبايعة', en: 'Sale service' },
    kind: 'platform-fee',
    amounts: from2014(230, 'sell-vehicle [known S1]'),
  },
  'fine-speeding-10': fine('تجاوز السرعة من 10 إلى 20 كم/س', 'Speeding by 10 to 20 km/h', 150),
  'fine-speeding-20': fine('تجاوز السرعة من 20 إلى 30 كم/س', 'Speeding by 20 to 30 km/h', 300),
  'fine-speeding-30': fine('تجاوز السرعة من 30 إلى 40 كم/س', 'Speeding by 30 to 40 km/h', 800),
  'fine-speeding-40': fine('تجاوز السرعة من 40 إلى 50 كم/س', 'Speeding by 40 to 50 km/h', 1200),
  'fine-speeding-50': fine('تجاوز السرعة بـ 50 كم/س فأكثر', 'Speeding by 50 km/h or more', 1500),
  'fine-red-light': fine('قطع الإشارة الحمراء', 'Running a red light', 3000),
  'fine-wrong-way': fine('القيادة عكس اتجاه السير', 'Driving against the traffic', 3000),
  'fine-mobile-phone': fine('استعمال الهاتف أثناء القيادة', 'Using a phone while driving', 500),
  'fine-seat-belt': fine('عدم ربط حزام الأمان', 'Not wearing a seat belt', 150),
  'fine-no-parking': fine('الوقوف في مكان غير مخصص', 'Parking where it is not allowed', 100),
})
