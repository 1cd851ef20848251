import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fold } from './fold.ts'
import { unpack } from './pack.ts'

const listed = unpack(readFileSync(new URL('./breached.bin', import.meta.url)))

/**
 * Whether a password, in whatever capitals, with or without its spaces and what stands at its end, is one of the
 * 200,000 that leaked most, or an Arabic phrase that everybody knows. `breached.bin` is made by `build.ts`.
 */
export function isOften(password: string): boolean {
  const folded = fold(password)
  // Digits and marks at the end are what everybody adds when a site asks for some.
  const bare = folded.replace(/[\d\s!-/:-@[-`{-~]+$/, '')
  return [folded, folded.replaceAll(/\s/g, ''), ...(bare.length >= 8 ? [bare] : [])].some(listed)
}

/** A list of every password that is known to have leaked. */
export interface BreachedPasswords {
  has(password: string): Promise<boolean>
}

/**
 * A list in a folder, as the downloader of Have I Been Pwned writes it: a file a prefix of the SHA-1 (`21BD1.txt`,
 * or without an ending), with lines of the other 35 digits and a count. A prefix without a file has none.
 * @throws when there is no such folder
 */
export function breachedOnDisk(folder: string): BreachedPasswords {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`DIWAN_BREACHED_PASSWORDS: there is no folder ${folder}`)
  return {
    async has(password) {
      const hash = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase()
      const [prefix, rest] = [hash.slice(0, 5), hash.slice(5)]
      const range =
        (await textOf(join(folder, `${prefix}.txt`))) ?? (await textOf(join(folder, prefix))) ?? ''
      return range.split('\n').some((line) => line.slice(0, 35).toUpperCase() === rest)
    },
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
