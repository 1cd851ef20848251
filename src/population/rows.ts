import { addDays, type Day } from '#kernel/day.ts'
import type { Copy } from '#platform/database/copy.ts'
import type { SyntheticAddress, SyntheticEstablishment, SyntheticPerson } from '#platform/people/synthetic.ts'
import { readsArabic } from './names/abroad.ts'

/** Writes made-up persons and their establishments into the base register. */
export async function copyPeople(
  copy: Copy,
  persons: readonly SyntheticPerson[],
  establishments: readonly SyntheticEstablishment[],
  today: Day,
): Promise<void> {
  await copy(
    'person',
    persons.map((it) => ({
      person_id: it.id,
      kind: it.kind,
      given_ar: it.parts.given.ar,
      father_ar: it.parts.father.ar,
      grandfather_ar: it.parts.grandfather.ar,
      family_ar: it.parts.family.ar,
      given_en: it.parts.given.en,
      father_en: it.parts.father.en,
      grandfather_en: it.parts.grandfather.en,
      family_en: it.parts.family.en,
      sex: it.sex,
      born: it.born,
      birth_country: it.birthCountry,
      nationality: it.nationality,
      alive: it.diedOn === null,
      died_on: it.diedOn,
      id_expiry: it.idExpiry,
      photo_seed: `p${it.serial}`,
      language: readsArabic(it.nationality) ? ('ar' as const) : ('en' as const),
      registered_mobile: it.mobile,
    })),
  )
  await copy('relative', persons.flatMap(relativeRows))
  const passports = persons.flatMap((it) => (it.passport ? [{ ...it.passport, it }] : []))
  await copy(
    'passport_holder',
    passports.map(({ it, number }) => ({ number, nationality: it.nationality, person_id: it.id })),
  )
  await copy(
    'passport',
    passports.map(({ it, number, issuedOn, expiresOn }) => ({
      person_id: it.id,
      number,
      nationality: it.nationality,
      issued_on: issuedOn,
      expires_on: expiresOn,
    })),
  )
  await copy(
    'gcc_identity',
    persons.flatMap(({ id, gccIdentity }) => (gccIdentity ? [{ ...gccIdentity, person_id: id }] : [])),
  )
  await copy(
    'national_address',
    persons.flatMap((it) => addressRow(it, today)),
  )
  await copyWork(copy, persons, establishments)
}

/** Both rows of every tie; a tie is written where the child, or the husband, is. */
function relativeRows(it: SyntheticPerson) {
  const ties = []
  for (const as of ['father', 'mother'] as const) {
    const parent = it[as]
    if (!parent) continue
    const guardian = it.guardian === parent
    ties.push({ person_id: it.id, relative_id: parent, relation: as, guardian })
    ties.push({ person_id: parent, relative_id: it.id, relation: 'child' as const, guardian })
  }
  if (it.spouse)
    ties.push({ person_id: it.id, relative_id: it.spouse, relation: 'spouse' as const, guardian: false })
  return ties
}

/** Every other one has said that the address is right. */
const addressRow = ({ id, address, serial }: SyntheticPerson, today: Day) =>
  address
    ? [
        {
          person_id: id,
          ...columnsOf(address),
          confirmed_on: serial % 2 ? null : addDays(today, -(30 + (serial % 300))),
          main: true,
        },
      ]
    : []

const columnsOf = (address: SyntheticAddress) => ({
  short_address: address.shortAddress,
  building: address.building,
  street_ar: address.street.ar,
  street_en: address.street.en,
  district_ar: address.district.ar,
  district_en: address.district.en,
  city_ar: address.city.ar,
  city_en: address.city.en,
  region: address.region,
  postcode: address.postcode,
  additional: address.additional,
})

async function copyWork(
  copy: Copy,
  persons: readonly SyntheticPerson[],
  establishments: readonly SyntheticEstablishment[],
): Promise<void> {
  await copy(
    'establishment',
    establishments.map((it) => ({
      establishment_id: it.id,
      name_ar: it.name.ar,
      name_en: it.name.en,
      // A commercial register number of no issuing office.
      commercial_register: `99${it.id.slice(2)}`,
      activity: it.activity,
      region: it.region,
      owner_id: it.owner,
      founded_on: it.foundedOn,
    })),
  )
  await copy(
    'establishment_address',
    establishments.map(({ id, address, foundedOn }) => ({
      establishment_id: id,
      ...columnsOf(address),
      confirmed_on: foundedOn,
    })),
  )
  await copy(
    'owned_establishment',
    establishments.map((it) => ({ person_id: it.owner, establishment_id: it.id })),
  )
  const employed = persons.flatMap(({ id, employment }) => (employment ? [{ id, ...employment }] : []))
  await copy(
    'employment',
    employed.map(({ id, employer, occupation, since }) => ({
      person_id: id,
      employer_id: employer,
      occupation_ar: occupation.ar,
      occupation_en: occupation.en,
      since,
      until: null,
    })),
  )
  await copy(
    'worker',
    employed.map(({ id, employer, since }) => ({ employer_id: employer, person_id: id, since, until: null })),
  )
}
