import { kilometres, type Point } from '#kernel/distance.ts'
import type { Text } from '#kernel/text.ts'
import type { Office } from '#platform/appointments/office.ts'
import { isOpen } from '#platform/appointments/opening.ts'

/** What a visitor narrows the list by; empty is all. */
export interface Wanted {
  readonly city: string
  readonly kind: '' | 'offices' | 'devices'
  readonly section: '' | 'men' | 'women'
  readonly openNow: boolean
  /** A city that the others are put in order from. */
  readonly near: string
}

/** A city with what it has. Its number is that of the map, whatever the order of the list. */
export interface Place extends Point {
  readonly city: string
  readonly name: Text
  readonly number: number
  readonly centres: readonly Office[]
  /** From the city that was chosen, in kilometres. */
  readonly away: number | undefined
}

/** Where the source says "many" and no number: before the single devices. */
const many = 2

/** The cities of all centres, numbered with the most devices first, each with the centres that fit; cities without any keep their number. */
export function placesOf(offices: readonly Office[], wanted: Wanted, now: Date): readonly Place[] {
  const devices = new Map(offices.map((office) => [office.city, 0]))
  for (const { city, devices: some } of offices) if (some) devices.set(city, some.count ?? many)
  const cities = [...new Map(offices.map((office) => [office.city, office])).values()].toSorted(
    (a, b) => (devices.get(b.city) ?? 0) - (devices.get(a.city) ?? 0),
  )
  const from = cities.find(({ city }) => city === wanted.near)
  const places = cities.map((first, at) => ({
    city: first.city,
    name: first.cityName,
    number: at + 1,
    latitude: first.latitude,
    longitude: first.longitude,
    centres: offices.filter((office) => office.city === first.city && fits(office, wanted, now)),
    away: from && kilometres(from, first),
  }))
  return from ? places.toSorted((a, b) => (a.away ?? 0) - (b.away ?? 0)) : places
}

const fits = (office: Office, { city, kind, section, openNow }: Wanted, now: Date): boolean =>
  (city === '' || office.city === city) &&
  (kind === '' || (kind === 'devices') === (office.kind === 'kiosks')) &&
  (section === '' || office.sections.includes('all') || office.sections.includes(section)) &&
  (!openNow || isOpen(office, now))
