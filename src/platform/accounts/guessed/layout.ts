/** The keys of the Arabic layout (101), by the Latin letter on the same key. */
const keys: Readonly<Record<string, string>> = {
  '`': 'ذ',
  q: 'ض',
  w: 'ص',
  e: 'ث',
  r: 'ق',
  t: 'ف',
  y: 'غ',
  u: 'ع',
  i: 'ه',
  o: 'خ',
  p: 'ح',
  '[': 'ج',
  ']': 'د',
  a: 'ش',
  s: 'س',
  d: 'ي',
  f: 'ب',
  g: 'ل',
  h: 'ا',
  j: 'ت',
  k: 'ن',
  l: 'م',
  ';': 'ك',
  "'": 'ط',
  z: 'ئ',
  x: 'ء',
  c: 'ؤ',
  v: 'ر',
  n: 'ى',
  m: 'ة',
  ',': 'و',
  '.': 'ز',
  '/': 'ظ',
}
const latin = new Map(Object.entries(keys).map(([key, letter]) => [letter, key]))
/**
 * What comes out when an Arabic word is typed while the keyboard is set to Latin letters: السلام is `hgsghl`, or
 * `hgsbl` by who uses the key that has two letters.
 */
export const onLatinKeys = (word: string): readonly string[] => [
  ...new Set(
    [word, word.replaceAll('لا', 'b')].map((form) =>
      [...form].map((letter) => latin.get(letter) ?? letter).join(''),
    ),
  ),
]

/** What comes out when a Latin word is typed while the keyboard is set to Arabic. */
export const onArabicKeys = (word: string): string =>
  [...word.toLowerCase()].map((letter) => (letter === 'b' ? 'لا' : (keys[letter] ?? letter))).join('')

type Graph = Readonly<Record<string, readonly (string | null)[]>>

/** Which keys of the Arabic layout lie side by side, after a graph of the Latin one. */
export function arabicGraph(qwerty: Graph): Record<string, (string | null)[]> {
  const named = (token: string | null): string | null =>
    token === null ? null : ([...token.toLowerCase()].map((one) => keys[one]).find(Boolean) ?? token)
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, letter]) => {
      const beside = qwerty[key]
      return beside ? [[letter, beside.map(named)]] : []
    }),
  )
}
