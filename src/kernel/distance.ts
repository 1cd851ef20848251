/** Degrees north and east. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Mean radius of the Earth in kilometres (IUGG). */
const radius = 6371.0088

/** Kilometres between two points as the crow flies (haversine). */
export function kilometres(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin((radians(to) - radians(from)) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
