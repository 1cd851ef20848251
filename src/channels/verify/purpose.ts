import { addYears, type Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { CodeClaims } from '#platform/documents/credential/claims.ts'
import type { KnownDocument, KnownDocuments } from './known-documents.ts'
import { toldWords as words } from './told-words.ts'

/** What somebody wants to know of a document: whether it is genuine and whose, a view's question, or what one kind says. */
export type Purpose = 'genuine' | `view:${string}` | `document:${string}`

/** Why a genuine document leaves the question open. */
export type Gap =
  /** Another kind of document. */
  | 'other-document'
  /** A showing that answers another question. */
  | 'other-view'
  /** The code does not hold what the answer follows from. */
  | 'not-in-it'

export interface ToldFact {
  readonly key: string
  readonly label: Text
  readonly value:
    | { readonly kind: 'text'; readonly text: Text }
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'code'; readonly code: string }
}

/** No more of a document than the purpose needs. */
export interface Told {
  readonly facts: readonly ToldFact[]
  readonly face?: Uint8Array | undefined
  /** The answer to a question of yes or no. */
  readonly verdict?: 'yes' | 'no' | undefined
  readonly gap?: Gap | undefined
}

/** What can be asked, by what the documents can answer. */
export function purposesOf(
  known: KnownDocuments,
): readonly { readonly purpose: Purpose; readonly label: Text }[] {
  const views = new Map<string, Text>()
  for (const one of Object.values(known))
    for (const [name, { title }] of Object.entries(one.views)) if (!views.has(name)) views.set(name, title)
  return [
    { purpose: 'genuine', label: words.genuine },
    ...[...views].map(([name, label]) => ({ purpose: `view:${name}` as const, label })),
    ...Object.entries(known)
      .filter(([, { words }]) => Object.keys(words).length > 0)
      .map(([name, { title }]) => ({ purpose: `document:${name}` as const, label: title })),
  ]
}

/** What is shown of a genuine code. A narrower showing has nothing else in it; of a whole one the least is taken. */
export function tell(purpose: Purpose, claims: CodeClaims, known: KnownDocuments, today: Day): Told {
  const document = known[claims.document]
  return claims.view === undefined
    ? tellWhole(purpose, claims, document, today)
    : { ...tellView(claims, document), gap: gapOfView(purpose, claims) }
}

function tellView(claims: CodeClaims, document: KnownDocument | undefined): Told {
  const answers = answersIn(claims, document)
  const title = document?.views[claims.view ?? '']?.title
  return {
    facts: [
      ...(answers.length === 0 ? [titleOf(document, claims, title)] : answers),
      ...nameOf(claims),
      ...numberOf(claims),
      ...(claims.birth ? [day('birth', words.birth, claims.birth)] : []),
    ],
    face: claims.face,
    verdict: verdictOf(claims),
  }
}

function gapOfView(purpose: Purpose, { document, view }: CodeClaims): Gap | undefined {
  if (purpose === 'genuine' || purpose === `view:${view}` || purpose === `document:${document}`)
    return undefined
  return purpose.startsWith('view:') ? 'other-view' : 'other-document'
}

function tellWhole(
  purpose: Purpose,
  claims: CodeClaims,
  document: KnownDocument | undefined,
  today: Day,
): Told {
  const kind = titleOf(document, claims)
  if (purpose === 'genuine')
    return {
      facts: [
        kind,
        ...nameOf(claims),
        ...numberOf(claims),
        untilOf(claims),
        ...(document ? [text('issuer', words.issuer, document.issuer)] : []),
      ],
      face: claims.face,
    }
  if (purpose.startsWith('document:')) {
    if (purpose !== `document:${claims.document}`) return { facts: [kind], gap: 'other-document' }
    return {
      facts: [kind, ...nameOf(claims), ...answersIn(claims, document), untilOf(claims)],
      face: claims.face,
    }
  }
  const name = purpose.slice('view:'.length)
  const view = document?.views[name]
  if (!view) return { facts: [kind], gap: 'other-document' }
  const shown = [
    ...(view.shows.includes('name') ? nameOf(claims) : []),
    ...(view.shows.includes('number') ? numberOf(claims) : []),
  ]
  const face = view.shows.includes('face') ? claims.face : undefined
  const age = /^over-(\d{1,3})$/.exec(name)?.[1]
  if (age !== undefined) {
    // The code of the whole document holds the day itself; only the answer leaves this function.
    if (!claims.birth) return { facts: [kind], gap: 'not-in-it' }
    const verdict = addYears(claims.birth, Number(age)) <= today ? 'yes' : 'no'
    return { facts: [text('answer', view.title, words[verdict]), ...shown], face, verdict }
  }
  const answers = answersIn(claims, document).filter(({ key }) =>
    view.repeats.includes(key.slice(answerKey.length)),
  )
  return answers.length === 0
    ? { facts: [kind], gap: 'not-in-it' }
    : { facts: [...answers, ...shown], face, verdict: verdictOf(claims) }
}

const answerKey = 'answer-'

const text = (key: string, label: Text, it: Text): ToldFact => ({
  key,
  label,
  value: { kind: 'text', text: it },
})
const day = (key: string, label: Text, it: Day): ToldFact => ({ key, label, value: { kind: 'day', day: it } })

/** A kind that came after this reader's last refresh goes by its own name. */
const titleOf = (
  document: KnownDocument | undefined,
  { document: name }: CodeClaims,
  title = document?.title,
) => text('document', words.document, title ?? { ar: name, en: name })

const nameOf = ({ name }: CodeClaims) => (name ? [text('holder', words.holder, name)] : [])

/** Its end is enough to compare with what one has in the hand. */
const numberOf = ({ number }: CodeClaims): ToldFact[] =>
  number ? [{ key: 'number', label: words.numberTail, value: { kind: 'code', code: number.slice(-4) } }] : []

const untilOf = ({ validUntil }: CodeClaims): ToldFact =>
  validUntil ? day('until', words.until, validUntil) : text('until', words.until, words.noEnd)

/** What the keys of a code mean; one that nothing explains is left out, as nobody could read it. */
const answersIn = ({ extra = {} }: CodeClaims, document: KnownDocument | undefined): ToldFact[] =>
  Object.entries(extra).flatMap(([key, value]) => {
    const word = document?.words[key]
    return word
      ? [text(`${answerKey}${key}`, word.label, word.values?.[value] ?? { ar: value, en: value })]
      : []
  })

/** One "no" among the answers is a no. */
function verdictOf({ extra = {} }: CodeClaims): Told['verdict'] {
  const said = Object.values(extra)
  if (said.some((one) => one === 'n' || one === 'no')) return 'no'
  return said.some((one) => one === 'y' || one === 'yes') ? 'yes' : undefined
}
