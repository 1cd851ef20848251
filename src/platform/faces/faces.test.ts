import sharp from 'sharp'
import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { cardFace, largestSmallFace, smallFace } from './picture.ts'
import { portraitOf, portraitSvg } from './portrait.ts'

const someone = { seed: 'a', sex: 'female', child: false } as const

it('is the same for the same seed, and another for another', async () => {
  expect(portraitSvg(someone)).toBe(portraitSvg({ ...someone }))
  expect(portraitSvg({ ...someone, seed: 'b' })).not.toBe(portraitSvg(someone))
  expect(await smallFace(someone)).toEqual(await smallFace({ ...someone }))
})

it('fits into a code, whoever it is', async () => {
  for (const sex of ['male', 'female'] as const)
    for (let seed = 0; seed < 12; seed++) {
      const face = await smallFace({ seed: String(seed), sex, child: seed > 8 })
      expect(face.length).toBeLessThanOrEqual(largestSmallFace)
      if (seed === 0) {
        const { format, width, height } = await sharp(face).metadata()
        expect([format, width, height]).toEqual(['heif', 64, 80])
      }
    }
})

it('is larger on a card', async () => {
  const { format, width, height } = await sharp(await cardFace(someone)).metadata()
  expect([format, width, height]).toEqual(['webp', 240, 300])
})

it('grows up with its person', () => {
  const person = { photoSeed: 's', sex: 'male', born: day('2012-05-01') } as const
  const at = (on: string) => portraitOf(person, day(on)).child
  expect([at('2027-04-30'), at('2027-05-01')]).toEqual([true, false])
})
