/** A point every two degrees or so: smooth on paper, small in the file. */
const turn = Array.from({ length: 161 }, (_, i) => (i / 160) * 2 * Math.PI)

const path = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`

const svg = (width: number, height: number, colour: string, opacity: number, paths: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width=".35">${paths
    .map((d) => `<path d="${d}"/>`)
    .join('')}</g></svg>`

/** Interlaced waves, such as papers of value bear: they show where a copy was made. `colour` is `#rrggbb`. */
export function waves(colour: string, opacity: number): string {
  const [width, height] = [400, 40]
  const curves = Array.from({ length: 14 }, (_, n) =>
    path(
      turn.map((angle, i) => {
        const swing = 13 * Math.sin(angle * 5 + (n * Math.PI) / 7) + 5 * Math.sin(angle * 11 - n / 2)
        return [(i / 160) * width, height / 2 + swing]
      }),
    ),
  )
  return svg(width, height, colour, opacity, curves)
}

/** A rose of turning curves around an eight-fold star. */
export function rose(colour: string, opacity: number): string {
  const curves = Array.from({ length: 12 }, (_, n) =>
    path(
      turn.map((angle) => {
        const r =
          64 + 20 * Math.cos(8 * angle + (n * Math.PI) / 6) + 8 * Math.cos(16 * angle - (n * Math.PI) / 3)
        return [100 + r * Math.cos(angle), 100 + r * Math.sin(angle)]
      }),
    ),
  )
  return svg(200, 200, colour, opacity, curves)
}

/** The mark of the house: a register that stands open in a doorway. */
export const mark = (colour: string, paper: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 40"><path fill="${colour}" d="M18 1C28 4 34 11.5 34 20.5V37a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V20.5C2 11.5 8 4 18 1Z"/><g fill="${paper}"><path d="M17 17.2C14.4 15 11.2 14.1 7.5 14.2V31.4c3.7-.1 6.9.8 9.5 3Z"/><path fill-opacity=".6" d="M19 17.2c2.6-2.2 5.8-3.1 9.5-3V31.4c-3.7-.1-6.9.8-9.5 3Z"/><circle cx="18" cy="9.6" r="1.7"/></g></svg>`
