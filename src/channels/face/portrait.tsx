import { avataaars } from '@dicebear/collection'
import { createAvatar } from '@dicebear/core'
import type { Person } from '#platform/people/person.ts'

type Drawn = Pick<Person, 'photoSeed' | 'sex'>
type Look = Partial<avataaars.Options>

/** How synthetic people look: calm, dressed for a photo. */
const everybody: Look = {
  eyes: ['default', 'happy'],
  eyebrows: ['default', 'defaultNatural', 'flatNatural'],
  mouth: ['default', 'smile', 'serious'],
  clothing: ['blazerAndShirt', 'collarAndSweater', 'shirtCrewNeck'],
  skinColor: ['ae5d29', 'd08b5b', 'edb98a', 'ffdbb4'],
  clothesColor: ['25557c', '3c4f5c', '929598', '262e33'],
  hatColor: ['25557c', '3c4f5c', '929598', '262e33'],
  hairColor: ['2c1b18', '4a312c', '724133'],
  accessoriesProbability: 15,
  accessories: ['prescription01', 'prescription02', 'round'],
}

const looks: Readonly<Record<Person['sex'], Look>> = {
  male: {
    ...everybody,
    top: ['shortFlat', 'shortRound', 'shortWaved', 'sides', 'theCaesar', 'theCaesarAndSidePart'],
    facialHair: ['beardLight', 'beardMedium', 'moustacheMagnum'],
    facialHairProbability: 60,
  },
  female: { ...everybody, top: ['hijab'], facialHairProbability: 0 },
}

// Neither beards nor receding hair on who is not grown up.
const childish: Readonly<Record<Person['sex'], Look>> = {
  male: { top: ['shortFlat', 'shortRound', 'shortWaved'], facialHairProbability: 0 },
  female: { top: ['bob', 'curvy', 'straight01'] },
}

/** The address of a synthetic person's drawn face: the same for the same seed, and nobody's likeness. */
export const portraitOf = ({ photoSeed, sex }: Drawn, child = false): string =>
  createAvatar(avataaars, {
    seed: photoSeed,
    ...looks[sex],
    ...(child ? childish[sex] : {}),
  }).toDataUri()

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
    src={portraitOf(of, child)}
    alt=""
    width={size}
    height={size}
  />
)
