import type { SyntheticContext, SyntheticPerson } from './synthetic.ts'

/** A UUIDv7 for something of a person's that is the same for the same seed, day and person. */
export function idOf({ at, random }: SyntheticContext, person: SyntheticPerson, what: string): string {
  const chance = random(person, `${what}-id`)
  const hex = (length: number) => Array.from({ length }, () => chance.int(0, 15).toString(16)).join('')
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}
