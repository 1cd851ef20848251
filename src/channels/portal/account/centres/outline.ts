import type { Point } from '#kernel/distance.ts'

/** The border of the Kingdom, drawn with few points for a small map: east and north, from the head of the Gulf of Aqaba. */
const border: readonly (readonly [longitude: number, latitude: number])[] = [
  // Jordan, Iraq, Kuwait
  [34.96, 29.36],
  [36.07, 29.2],
  [36.5, 29.51],
  [36.74, 29.87],
  [37.5, 30.0],
  [37.67, 30.34],
  [38.0, 30.51],
  [37.0, 31.51],
  [39.2, 32.15],
  [40.4, 31.89],
  [41.89, 31.19],
  [44.71, 29.18],
  [46.57, 29.1],
  [47.46, 29.0],
  [47.71, 28.53],
  [48.42, 28.55],
  // The Gulf, Qatar
  [48.81, 27.69],
  [49.3, 27.46],
  [49.47, 27.11],
  [50.15, 26.69],
  [50.21, 26.28],
  [50.11, 25.94],
  [50.24, 25.61],
  [50.53, 25.33],
  [50.66, 25.0],
  [50.81, 24.75],
  [51.11, 24.56],
  [51.39, 24.63],
  // The Emirates, Oman
  [51.58, 24.25],
  [52.0, 23.0],
  [55.01, 22.5],
  [55.21, 22.71],
  [55.67, 22.0],
  [55.0, 20.0],
  [52.0, 19.0],
  // Yemen
  [49.12, 18.62],
  [48.18, 18.17],
  [47.47, 17.12],
  [47.0, 16.95],
  [46.37, 17.23],
  [45.22, 17.43],
  [43.79, 17.32],
  [43.38, 17.58],
  [43.12, 17.09],
  [43.22, 16.67],
  [42.78, 16.35],
  // The Red Sea, the Gulf of Aqaba
  [42.35, 17.08],
  [42.27, 17.47],
  [41.75, 17.83],
  [41.22, 18.67],
  [40.94, 19.49],
  [40.25, 20.17],
  [39.8, 20.34],
  [39.14, 21.29],
  [39.02, 21.99],
  [39.07, 22.58],
  [38.49, 23.69],
  [38.02, 24.08],
  [37.48, 24.29],
  [37.15, 24.86],
  [36.93, 25.6],
  [36.64, 25.83],
  [36.25, 26.57],
  [35.64, 27.38],
  [35.13, 28.06],
  [34.63, 28.06],
  [34.83, 28.96],
]

/** A part of the Earth that is drawn, in degrees, and how large. */
export interface Section {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  /** Units of the drawing for a degree of latitude. */
  readonly scale: number
}

export const kingdom: Section = { west: 34.2, east: 56.1, south: 15.9, north: 32.6, scale: 40 }
/** Seven of the fourteen places lie close together here. */
export const aroundRiyadh: Section = { west: 45.0, east: 47.7, south: 23.8, north: 26.2, scale: 290 }

/** A degree of longitude is that much shorter in the middle of the Kingdom: plate carrée at 24° north. */
const narrow = Math.cos((24 * Math.PI) / 180)

/** Where a point lies on the drawing, from its upper left. */
export const placed = (
  { west, north, scale }: Section,
  { latitude, longitude }: Point,
): { readonly x: number; readonly y: number } => ({
  x: Math.round((longitude - west) * narrow * scale * 10) / 10,
  y: Math.round((north - latitude) * scale * 10) / 10,
})

/** Width and height of the drawing. */
export const extent = (it: Section): { readonly width: number; readonly height: number } => {
  const { x, y } = placed(it, { latitude: it.south, longitude: it.east })
  return { width: x, height: y }
}

/** The border as a path. */
export const outline = (section: Section): string =>
  `M${border
    .map(([longitude, latitude]) => placed(section, { latitude, longitude }))
    .map(({ x, y }) => `${x} ${y}`)
    .join('L')}Z`

export const contains = (it: Section, { latitude, longitude }: Point): boolean =>
  longitude > it.west && longitude < it.east && latitude > it.south && latitude < it.north
