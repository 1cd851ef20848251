import { addDays, type Day, startOfDay } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { fullName } from '#platform/people/person.ts'
import { cities } from '#platform/people/place.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'

/** Invented: no real hospital is named. */
const hospitals: readonly Text[] = [
  { ar: 'مستشفى الواحة', en: 'Al Waha Hospital' },
  { ar: 'مستشفى الندى للولادة', en: 'Al Nada Maternity Hospital' },
  { ar: 'مستشفى السنابل', en: 'Al Sanabel Hospital' },
  { ar: 'مستشفى الأفق العام', en: 'Al Ofoq General Hospital' },
]

/** For mothers who are not in the country any more: given, father’s and family name. */
const mothers: readonly Text[] = [
  { ar: 'منيرة عبدالله الصفصاف', en: 'Munira Abdullah Alsafsaf' },
  { ar: 'لطيفة سعد الورد', en: 'Latifa Saad Alward' },
  { ar: 'حصة ناصر الريم', en: 'Hessa Nasser Alreem' },
  { ar: 'سارة علي الياسمين', en: 'Sarah Ali Alyasmin' },
  { ar: 'فاطمة حسن الزيتون', en: 'Fatimah Hassan Alzaytoun' },
]

/** Births in the Kingdom, as they were registered; answers whose they are, with the number of each. */
export async function copyBirths(
  { copy, persons, today, random }: SyntheticContext,
  byId: ReadonlyMap<string, SyntheticPerson>,
): Promise<ReadonlyMap<SyntheticPerson, { readonly number: string; readonly on: Day }>> {
  const rows = persons
    .filter((one) => one.birthCountry === 'SAU')
    .map((person) => ({ person, row: birthRow(person, byId, random(person, 'birth'), today) }))
  await copy(
    'birth_number',
    rows.map(({ row }) => ({ number: row.number, person_id: row.person_id })),
  )
  await copy(
    'birth_record',
    rows.map(({ row }) => row),
  )
  return new Map(rows.map(({ person, row }) => [person, { number: row.number, on: row.registered_on }]))
}

function birthRow(
  person: SyntheticPerson,
  byId: ReadonlyMap<string, SyntheticPerson>,
  random: Random,
  today: Day,
) {
  const father = person.father ? byId.get(person.father) : undefined
  const mother = person.mother ? byId.get(person.mother) : undefined
  const { parts } = person
  const fatherName = father
    ? fullName(father.parts)
    : {
        ar: `${parts.father.ar} ${parts.grandfather.ar} ${parts.family.ar}`,
        en: `${parts.father.en} ${parts.grandfather.en} ${parts.family.en}`,
      }
  const motherName = mother ? fullName(mother.parts) : random.pick(mothers)
  const city = cities.find((one) => one.region === person.region)?.name ?? { ar: 'الرياض', en: 'Riyadh' }
  // Before hospitals were everywhere, many were born at home.
  const hospital = person.born >= '1975' || random.chance(0.3) ? random.pick(hospitals) : undefined
  const registered = addDays(person.born, random.int(1, 20))
  return {
    person_id: person.id,
    number: `81${String(person.serial).padStart(8, '0')}`,
    born_at: new Date(startOfDay(person.born).getTime() + random.int(0, 1439) * 60_000),
    place_ar: city.ar,
    place_en: city.en,
    hospital_ar: hospital?.ar ?? null,
    hospital_en: hospital?.en ?? null,
    father_id: person.father,
    father_ar: fatherName.ar,
    father_en: fatherName.en,
    mother_id: person.mother,
    mother_ar: motherName.ar,
    mother_en: motherName.en,
    registered_on: registered < today ? registered : today,
  }
}
