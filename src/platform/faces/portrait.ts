import { avataaars } from '@dicebear/collection'
import { createAvatar } from '@dicebear/core'
import type { Day } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import { cardAge } from '#platform/people/adulthood.ts'
import type { Person } from '#platform/people/person.ts'
import type { Sex } from '#platform/people/tables.ts'

/** What a synthetic face is drawn from: the same for the same seed, and nobody's likeness. */
export interface Portrait {
  readonly seed: string
  readonly sex: Sex
  readonly child: boolean
}

/** A person's face as of a day: a child's has neither beard nor scarf. */
export const portraitOf = (
  { photoSeed, sex, born }: Pick<Person, 'photoSeed' | 'sex' | 'born'>,
  today: Day,
): Portrait => ({ seed: photoSeed, sex, child: ageIn('gregorian', born, today) < cardAge })

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

const looks: Readonly<Record<Sex, Look>> = {
  male: {
    ...everybody,
    top: ['shortFlat', 'shortRound', 'shortWaved', 'sides', 'theCaesar', 'theCaesarAndSidePart'],
    facialHair: ['beardLight', 'beardMedium', 'moustacheMagnum'],
    facialHairProbability: 60,
  },
  female: { ...everybody, top: ['hijab'], facialHairProbability: 0 },
}

// Neither beards nor receding hair on who is not grown up.
const childish: Readonly<Record<Sex, Look>> = {
  male: { top: ['shortFlat', 'shortRound', 'shortWaved'], facialHairProbability: 0 },
  female: { top: ['bob', 'curvy', 'straight01'] },
}

/** The face as SVG, on nothing. */
export const portraitSvg = ({ seed, sex, child }: Portrait): string =>
  createAvatar(avataaars, { seed, ...looks[sex], ...(child ? childish[sex] : {}) }).toString()
