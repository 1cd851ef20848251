import { toAsciiDigits } from '#kernel/digits.ts'

/**
 * A password as a guesser sees it: capitals, marks over Arabic letters, the forms of alef, ya and ta marbuta and
 * the digits' script make no difference.
 */
export const fold = (text: string): string =>
  toAsciiDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
