import { portraitSvg } from '#platform/faces/portrait.ts'
import type { Person } from '#platform/people/person.ts'

type Drawn = Pick<Person, 'photoSeed' | 'sex'>

/** The address of a synthetic person's drawn face: the same for the same seed, and nobody's likeness. */
export const faceAddress = ({ photoSeed, sex }: Drawn, child = false): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(portraitSvg({ seed: photoSeed, sex, child }))}`

/** A face beside a name: decoration to who cannot see it. */
export const Portrait = ({
  of,
  size = 96,
  child = false,
}: {
  readonly of: Drawn
  readonly size?: number
  readonly child?: boolean
}) => (
  <img
    class="flex-none rounded-xl bg-base-200"
    src={faceAddress(of, child)}
    alt=""
    width={size}
    height={size}
  />
)
