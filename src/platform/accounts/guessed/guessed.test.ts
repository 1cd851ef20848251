import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { whenDone } from '#tests/support/done.ts'
import { newPasswordTrouble, passwordTrouble } from '../strength.ts'
import { breachedOnDisk, isOften } from './breached.ts'
import { onArabicKeys, onLatinKeys } from './layout.ts'
import { pack, unpack } from './pack.ts'

const owner = { username: 'salem.rayhani', known: ['1991'] }
const judge = (password: string) => passwordTrouble(password, owner)?.en

describe('passwords that leaked', () => {
  it.each(['SleepyHollow1999', 'Galaktika7!', 'TomBrady1!'])('%s', (password) => {
    expect(judge(password)).toContain('leaked')
  })

  it.each([
    // Too long for the rule of mixtures, and on the list in one spelling or another.
    'لا إله إلا الله محمد رسول الله',
    'لاالهالااللهمحمدرسولالله',
    'السَّلامُ عليكم ورحمة الله وبركاته',
    'المملكة العربية السعودية',
  ])('%s is known to everybody', (password) => {
    expect(isOften(password)).toBe(true)
    expect(judge(password)).toMatch(/easy to guess|leaked/)
  })

  it('are held against the operator’s list when there is one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ranges-'))
    whenDone(() => rm(folder, { recursive: true }))
    const fine = 'quiet harbour forty lanterns'
    const hash = createHash('sha1').update(fine).digest('hex').toUpperCase()
    const list = breachedOnDisk(folder)
    expect(await newPasswordTrouble(list, fine, owner)).toBeUndefined()
    const other = `${'0'.repeat(35)}:3`
    await writeFile(join(folder, `${hash.slice(0, 5)}.txt`), [other, `${hash.slice(5)}:1`, ''].join('\r\n'))
    expect((await newPasswordTrouble(list, fine, owner))?.en).toContain('leaked')
    expect(await list.has(`${fine}s`)).toBe(false)
    expect(await newPasswordTrouble(undefined, fine, owner)).toBeUndefined()
    expect(() => breachedOnDisk(join(folder, 'nowhere'))).toThrow('there is no folder')
  })
})

describe('words in Arabic', () => {
  it.each([
    ['a word and a year', 'الحمدلله1234567890'],
    ['in Latin letters', 'Alhamdulillah2030'],
    ['with digits for letters', 'Ba7ebak2030'],
    ['typed with the keyboard in Latin', `${onLatinKeys('السلام')[0]}Hgsghl12`],
    [
      'a common one typed with the keyboard in Arabic',
      `${onArabicKeys('password')}${onArabicKeys('password')}`,
    ],
    ['a walk over the Arabic keyboard', 'ضصثقفغعهخحجدشسيبلاتنم'],
    ['a word over and over', 'حبيبي حبيبي حبيبي'],
  ])('%s is easy to guess', (_what, password) => {
    expect(judge(password)).toMatch(/easy to guess|leaked/)
  })

  it('that have nothing to do with each other are welcome', () => {
    expect(judge('قمر بحيرة سلّم زعفران')).toBeUndefined()
    expect(judge('فانوس يعوم تحت سبع غيمات')).toBeUndefined()
  })

  it('go from one layout to the other', () => {
    expect(onLatinKeys('السلام')).toEqual(['hgsghl', 'hgsbl'])
    expect(['hgsghl', 'hgsbl'].map(onArabicKeys)).toEqual(['السلام', 'السلام'])
  })
})

describe('a packed list', () => {
  it('knows every word that was packed, and hardly any other', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `word-${at}`)
    const has = unpack(pack(words))
    expect(words.every(has)).toBe(true)
    const others = Array.from({ length: 20_000 }, (_, at) => `other-${at}`)
    expect(others.filter(has).length).toBeLessThan(5)
  })
})
