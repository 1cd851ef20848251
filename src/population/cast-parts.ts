import type { PersonKind } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { NameParts } from '#platform/people/person.ts'
import { type CastName, castNames } from '#platform/people/synthetic.ts'
import type { EmployerNumber, Sex } from '#platform/people/tables.ts'
import { castEstablishmentNumber, castNumberAt, establishmentNumberAt } from './numbers.ts'

/** What is decided of a member of the cast; the rest is chance. */
export interface Part {
  readonly kind: PersonKind
  readonly nationality: CountryCode
  readonly sex: Sex
  /** Years and months. */
  readonly age: readonly [number, number]
  readonly name: NameParts
}

const text = (pair: string): Text => {
  const [ar = '', en = ''] = pair.split('=')
  return { ar, en }
}
const named = (given: string, father: string, grandfather: string, family: string): NameParts => ({
  given: text(given),
  father: text(father),
  grandfather: text(grandfather),
  family: text(family),
})
const citizen = (sex: Sex, age: number, name: NameParts): Part => ({
  kind: 'citizen',
  nationality: 'SAU',
  sex,
  age: [age, 5],
  name,
})
const resident = (
  nationality: CountryCode,
  sex: Sex,
  age: readonly [number, number],
  name: NameParts,
): Part => ({
  kind: 'resident',
  nationality,
  sex,
  age,
  name,
})

export const parts: Readonly<Record<CastName, Part>> = {
  driver: citizen('male', 34, named('ناصر=Nasser', 'سالم=Salem', 'حمد=Hamad', 'الريحاني=Alrayhani')),
  seller: citizen('female', 41, named('نورة=Noura', 'خالد=Khalid', 'سعد=Saad', 'البستاني=Albustani')),
  buyer: citizen('male', 29, named('ماجد=Majed', 'علي=Ali', 'يوسف=Yousef', 'الغدير=Alghadeer')),
  secondBuyer: citizen('female', 38, named('هند=Hind', 'عمر=Omar', 'زيد=Zaid', 'المرجان=Almarjan')),
  parent: resident(
    'EGY',
    'male',
    [37, 2],
    named('كريم=Kareem', 'حسن=Hassan', 'سامي=Sami', 'الفيومي=Elfayoumi'),
  ),
  mother: resident(
    'EGY',
    'female',
    [34, 8],
    named('سلمى=Salma', 'طارق=Tariq', 'علي=Ali', 'الإسكندراني=Eskandarany'),
  ),
  child7: resident(
    'EGY',
    'male',
    [7, 4],
    named('يوسف=Yousef', 'كريم=Kareem', 'حسن=Hassan', 'الفيومي=Elfayoumi'),
  ),
  child5: resident(
    'EGY',
    'female',
    [5, 3],
    named('ليان=Layan', 'كريم=Kareem', 'حسن=Hassan', 'الفيومي=Elfayoumi'),
  ),
  newcomer: citizen('female', 24, named('رغد=Raghad', 'فهد=Fahad', 'راشد=Rashed', 'النخيل=Alnakheel')),
  secondNewcomer: resident(
    'IND',
    'male',
    [31, 6],
    named('أرون=Arun', 'سوريش=Suresh', 'أنيل=Anil', 'ناير=Nair'),
  ),
  unenrolled: resident(
    'PHL',
    'female',
    [28, 1],
    named('غريس=Grace', 'خوسيه=Jose', 'رامون=Ramon', 'سانتوس=Santos'),
  ),
  activationOfficer: citizen('female', 30, named('ريم=Reem', 'بدر=Badr', 'صالح=Saleh', 'الوادي=Alwadi')),
  fingerprintOfficer: citizen(
    'female',
    33,
    named('عبير=Abeer', 'ناصر=Nasser', 'فهد=Fahad', 'الروابي=Alrawabi'),
  ),
  trafficOfficer: citizen('male', 45, named('تركي=Turki', 'سلطان=Sultan', 'نايف=Naif', 'العوسج=Alawsaj')),
  operator: citizen('male', 39, named('زياد=Ziyad', 'هشام=Hisham', 'وليد=Waleed', 'الخطاط=Alkhattat')),
  child12: citizen('female', 12, named('جود=Joud', 'ناصر=Nasser', 'سالم=Salem', 'الريحاني=Alrayhani')),
  visitor: {
    kind: 'visitor',
    nationality: 'TUR',
    sex: 'female',
    age: [46, 3],
    name: named('أيلين=Aylin', 'محمد=Mehmet', 'كمال=Kemal', 'يلدز=Yildiz'),
  },
  husband: citizen('male', 44, named('بندر=Bandar', 'ماجد=Majed', 'سعود=Saud', 'الخزامى=Alkhuzama')),
  wife: citizen('female', 40, named('أمل=Amal', 'فيصل=Faisal', 'حمد=Hamad', 'السدر=Alsidr')),
  daughter16: citizen('female', 16, named('رهف=Rahaf', 'بندر=Bandar', 'ماجد=Majed', 'الخزامى=Alkhuzama')),
  son1: citizen('male', 1, named('سعود=Saud', 'بندر=Bandar', 'ماجد=Majed', 'الخزامى=Alkhuzama')),
  custodyMother: citizen('female', 36, named('وفاء=Wafa', 'سعود=Saud', 'ماجد=Majed', 'الساحل=Alsahel')),
  custodyFather: citizen('male', 40, named('فارس=Faris', 'عادل=Adel', 'نايف=Naif', 'الهضاب=Alhidab')),
  custodyChild: citizen('male', 10, named('تميم=Tamim', 'فارس=Faris', 'عادل=Adel', 'الهضاب=Alhidab')),
  justiceOfficer: citizen('male', 42, named('مشعل=Mishaal', 'عمر=Omar', 'صالح=Saleh', 'الميزان=Almizan')),
  child3: resident('IND', 'female', [3, 2], named('ميرا=Meera', 'أرون=Arun', 'سوريش=Suresh', 'ناير=Nair')),
  merchant: citizen('female', 47, named('منيرة=Munira', 'ناصر=Nasser', 'علي=Ali', 'الرمال=Alrimal')),
  manager: citizen('male', 36, named('راكان=Rakan', 'سلطان=Sultan', 'فهد=Fahad', 'الوسم=Alwasm')),
  accountant: resident(
    'JOR',
    'male',
    [32, 7],
    named('عمر=Omar', 'خليل=Khalil', 'حسن=Hassan', 'الزعبي=Alzoubi'),
  ),
  lineDelegate: citizen('female', 27, named('دانة=Dana', 'يوسف=Yousef', 'حمد=Hamad', 'الصفاة=Alsafat')),
  businessOfficer: citizen('male', 38, named('سعد=Saad', 'خالد=Khalid', 'زيد=Zaid', 'الأثل=Alathl')),
  gulfVisitor: {
    kind: 'visitor',
    nationality: 'KWT',
    sex: 'male',
    age: [34, 2],
    name: named('مشاري=Meshari', 'عبدالعزيز=Abdulaziz', 'فهد=Fahad', 'العنود=Alanoud'),
  },
  student: citizen('female', 23, named('لمى=Lama', 'عمر=Omar', 'حمد=Hamad', 'الرحّال=Alrahhal')),
  secondOfficer: citizen('female', 36, named('هيا=Haya', 'سلمان=Salman', 'نايف=Naif', 'السنابل=Alsanabil')),
}

export const families: readonly {
  readonly father: CastName
  readonly mother?: CastName
  readonly children: readonly CastName[]
  /** The parents live apart, the children with their mother. */
  readonly parted?: true
}[] = [
  { father: 'parent', mother: 'mother', children: ['child7', 'child5'] },
  { father: 'driver', children: ['child12'] },
  { father: 'secondNewcomer', children: ['child3'] },
  { father: 'husband', mother: 'wife', children: ['daughter16', 'son1'] },
  { father: 'custodyFather', mother: 'custodyMother', children: ['custodyChild'], parted: true },
]
export const familyOf = (name: CastName) =>
  families.find((one) => [one.father, one.mother, ...one.children].includes(name))

/**
 * Who works where: in the establishment that `seller` owns, the first of every population, or in her household;
 * in that of `merchant`.
 */
export const jobs: Readonly<
  Partial<Record<CastName, { readonly employer: EmployerNumber; readonly occupation: Text }>>
> = {
  parent: { employer: establishmentNumberAt(0), occupation: text('مهندس=Engineer') },
  secondNewcomer: { employer: establishmentNumberAt(0), occupation: text('محاسب=Accountant') },
  accountant: { employer: castEstablishmentNumber, occupation: text('محاسب=Accountant') },
  unenrolled: {
    employer: castNumberAt('citizen', castNames.indexOf('seller')),
    occupation: text('عاملة منزلية=Domestic worker'),
  },
}
