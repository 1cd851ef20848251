import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aVisualAnswer } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { checkVisualCode, codeOf, newVisualCode, pictureOf, spokenOf } from './visual-code.ts'

const { platform, clock } = await testPlatform({ catalogue: noCatalogue })
let host = 0
const freshIp = () => `198.51.100.${++host}`
const codeOfOutcome = (outcome: Awaited<ReturnType<typeof checkVisualCode>>) =>
  outcome.ok ? 'right' : outcome.error.code

describe('visual code', () => {
  it('is right with the digits alone and with the solved puzzle, in either kind of digits', async () => {
    const plain = await aVisualAnswer(platform, { ip: freshIp() })
    expect(codeOfOutcome(await checkVisualCode(platform, plain))).toBe('right')
    const proved = await aVisualAnswer(platform, { ip: freshIp(), proof: true })
    const eastern = proved.code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
    expect(codeOfOutcome(await checkVisualCode(platform, { ...proved, code: ` ${eastern}` }))).toBe('right')
  })

  it('is good for one try, right or wrong', async () => {
    const right = await aVisualAnswer(platform, { ip: freshIp(), proof: true })
    await checkVisualCode(platform, right)
    expect(codeOfOutcome(await checkVisualCode(platform, right))).toBe('visual-code-stale')
    const wrong = await aVisualAnswer(platform, { ip: freshIp() })
    expect(codeOfOutcome(await checkVisualCode(platform, { ...wrong, code: '1234' }))).toBe(
      'visual-code-wrong',
    )
    expect(codeOfOutcome(await checkVisualCode(platform, wrong))).toBe('visual-code-stale')
  })

  it('lets one of two tries at once win', async () => {
    const answer = await aVisualAnswer(platform, { ip: freshIp() })
    const outcomes = await Promise.all([checkVisualCode(platform, answer), checkVisualCode(platform, answer)])
    expect(outcomes.map(codeOfOutcome).sort()).toEqual(['right', 'visual-code-stale'])
  })

  it('runs out after five minutes', async () => {
    const answer = await aVisualAnswer(platform, { ip: freshIp() })
    clock.advance({ minutes: 5 })
    expect(await pictureOf(platform, answer.id)).toBeUndefined()
    expect(codeOfOutcome(await checkVisualCode(platform, answer))).toBe('visual-code-stale')
  })

  it('refuses the proof of another code, and one of an easier puzzle', async () => {
    const ip = freshIp()
    const [other, mine] = [
      await aVisualAnswer(platform, { ip, proof: true }),
      await aVisualAnswer(platform, { ip, proof: true }),
    ]
    expect(codeOfOutcome(await checkVisualCode(platform, { ...mine, proof: other.proof }))).toBe(
      'visual-code-wrong',
    )
    const made = await newVisualCode(platform)
    const easy = structuredClone(made.challenge)
    easy.parameters.cost = 1
    const solution = await solveChallenge({ challenge: easy, deriveKey })
    const proof = Buffer.from(JSON.stringify({ challenge: easy, solution })).toString('base64')
    const code = codeOf(platform.vault, made.id)
    expect(codeOfOutcome(await checkVisualCode(platform, { id: made.id, code, ip, proof }))).toBe(
      'visual-code-wrong',
    )
  })

  it('throttles an address sooner without the puzzle', async () => {
    const ip = freshIp()
    const attempt = (proof?: string) => checkVisualCode(platform, { id: 'none', code: '0', ip, proof })
    for (let i = 0; i < 60; i += 1) expect(codeOfOutcome(await attempt())).toBe('visual-code-stale')
    expect(codeOfOutcome(await attempt())).toBe('too-many-tries')
    expect(codeOfOutcome(await attempt('x'))).toBe('visual-code-stale')
  })

  it('is drawn the same each time, and spoken in both languages', async () => {
    const { id } = await aVisualAnswer(platform, { ip: freshIp() })
    const picture = await pictureOf(platform, id)
    expect((await sharp(picture).metadata()).format).toBe('png')
    expect(await pictureOf(platform, id)).toEqual(picture)
    for (const language of ['ar', 'en'] as const) {
      const sound = await spokenOf(platform, id, language)
      expect(sound?.toString('latin1', 0, 4)).toBe('RIFF')
      expect(sound?.readUInt32LE(4)).toBe((sound?.length ?? 0) - 8)
    }
  })
})
