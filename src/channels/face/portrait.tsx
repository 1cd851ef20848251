import { type Portrait as Drawing, portraitSvg } from '#platform/faces/portrait.ts'
import type { Person } from '#platform/people/person.ts'

type Drawn = Pick<Person, 'photoSeed' | 'sex'>

/** The address of a drawn face: the same for the same seed, and nobody's likeness. */
export const portraitAddress = (portrait: Drawing): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(portraitSvg(portrait))}`

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
    src={portraitAddress({ seed: of.photoSeed, sex: of.sex, child })}
    alt=""
    width={size}
    height={size}
  />
)
