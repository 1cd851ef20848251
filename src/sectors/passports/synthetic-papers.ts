import type { Insertable } from 'kysely'
import { addDays, addYears, type Day } from '#kernel/day.ts'
import { parseEstablishmentNumber } from '#kernel/establishment-number.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { offices } from '#platform/appointments/offices.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import type { PassportBookletTable, ResidencyPermitTable } from './registry/tables.ts'

const places = offices.filter((office) => office.kind === 'passports').map((office) => office.name)
const underCheck: Text = { ar: 'يجري التحقق من البيانات', en: 'The data are being checked' }
const died: Text = { ar: 'وفاة صاحبها', en: 'The holder has died' }

const earliest = (day: Day, other: Day): Day => [day, other].sort()[0] ?? day
const latest = (day: Day, other: Day): Day => [day, other].sort()[1] ?? day

/** The permit of a resident, which ends when the base register says; nothing for anybody else. */
export function permitOf(
  context: SyntheticContext,
  person: SyntheticPerson,
  of: ReadonlyMap<PersonNumber, SyntheticPerson>,
): Insertable<ResidencyPermitTable> | undefined {
  if (person.kind !== 'resident' || !person.idExpiry) return undefined
  const { today, at } = context
  const random = context.random(person, 'residency')
  const place = random.pick(places)
  const since = person.employment?.since ?? random.day(addYears(today, -5), addDays(today, -30))
  const suspended = !person.cast && !person.diedOn && random.chance(0.004)
  const reason = person.diedOn ? died : suspended ? underCheck : undefined
  return {
    person_id: person.id,
    ...standing(person, of, today),
    issued_on: earliest(latest(person.born, since), person.idExpiry),
    expires_on: person.idExpiry,
    place_ar: place.ar,
    place_en: place.en,
    state: person.diedOn ? 'cancelled' : suspended ? 'suspended' : 'valid',
    reason_ar: reason?.ar ?? null,
    reason_en: reason?.en ?? null,
    changed_at: at,
  }
}

/** On what account somebody lives here: their work, their family's head, or their own. */
function standing(
  person: SyntheticPerson,
  of: ReadonlyMap<PersonNumber, SyntheticPerson>,
  today: Day,
): Pick<Insertable<ResidencyPermitTable>, 'kind' | 'sponsor_id' | 'occupation_ar' | 'occupation_en'> {
  const { employment } = person
  if (employment)
    return {
      kind: parseEstablishmentNumber(employment.employer).ok ? 'worker' : 'household',
      sponsor_id: employment.employer,
      ...occupation(employment.occupation),
    }
  const head = [person.spouse, person.guardian, person.father].find((one) => one && of.get(one)?.employment)
  if (head) return { kind: 'dependant', sponsor_id: head, ...occupation(dependant(person, today)) }
  return {
    kind: 'premium',
    sponsor_id: null,
    ...occupation({ ar: 'إقامة مميزة', en: 'Premium Residency' }),
  }
}

const occupation = (text: Text) => ({ occupation_ar: text.ar, occupation_en: text.en })

function dependant({ born, sex }: SyntheticPerson, today: Day): Text {
  const age = ageIn('gregorian', born, today)
  const she = sex === 'female'
  return age >= 6 && age < 23
    ? { ar: she ? 'طالبة' : 'طالب', en: 'Student' }
    : { ar: she ? 'تابعة' : 'تابع', en: 'Dependant' }
}

/** What became of a citizen's passport; some that were issued lately still wait to be made active. */
export function bookletOf(
  context: SyntheticContext,
  person: SyntheticPerson,
): Insertable<PassportBookletTable> | undefined {
  if (person.kind !== 'citizen' || !person.passport) return undefined
  const { today, at } = context
  const random = context.random(person, 'booklet')
  const place = random.pick(places)
  const { number, issuedOn } = person.passport
  const waits = !person.cast && issuedOn > addDays(today, -60) && random.chance(0.5)
  return {
    person_id: person.id,
    nationality: person.nationality,
    number,
    kind: 'ordinary',
    state: waits ? 'issued' : 'active',
    place_ar: place.ar,
    place_en: place.en,
    activated_on: waits ? null : earliest(addDays(issuedOn, random.int(1, 9)), today),
    changed_at: at,
  }
}
