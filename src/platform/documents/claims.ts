import { addDays, type Day, dayOf, parseDay, startOfDay } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'

/** What is signed into a document's code: as little as tells a reader what they hold. */
export interface CodeClaims {
  /** The platform's origin. */
  readonly issuer: string
  readonly issuedAt: Date
  readonly validFrom: Day
  /** The last day on which it is valid. */
  readonly validUntil?: Day | undefined
  /** The definition's name: `driving-licence`. */
  readonly document: string
  readonly number: string
  readonly name: Text
  readonly birth?: Day | undefined
  readonly extra?: Readonly<Record<string, string>> | undefined
  /** Where its bit stands: the address of the list, and the place in it. */
  readonly status: { readonly uri: string; readonly index: number }
}

// CWT: RFC 8392, section 3.1, and `status` of the Token Status List. Within claim 169: the MOSIP profile 1.2,
// whose keys 75 to 99 are free for closed ecosystems.
const cwt = { iss: 1, exp: 4, nbf: 5, iat: 6, identity: 169, status: 65535 } as const
const identity = {
  id: 1,
  language: 3,
  name: 4,
  birth: 8,
  name2: 19,
  language2: 20,
  document: 75,
  extra: 76,
} as const

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

/** The claims as a CWT's map. A day is valid from its first to its last second in Riyadh. */
export function toMap(it: CodeClaims): Map<number, unknown> {
  const person = new Map<number, unknown>([
    [identity.id, it.number],
    [identity.language, 'ara'],
    [identity.name, it.name.ar],
    [identity.name2, it.name.en],
    [identity.language2, 'eng'],
    [identity.document, it.document],
  ])
  if (it.birth) person.set(identity.birth, it.birth.replaceAll('-', ''))
  if (it.extra) person.set(identity.extra, new Map(Object.entries(it.extra)))
  const map = new Map<number, unknown>([
    [cwt.iss, it.issuer],
    [cwt.nbf, seconds(startOfDay(it.validFrom))],
    [cwt.iat, seconds(it.issuedAt)],
    [cwt.identity, person],
    [
      cwt.status,
      new Map([
        [
          'status_list',
          new Map<string, unknown>([
            ['idx', it.status.index],
            ['uri', it.status.uri],
          ]),
        ],
      ]),
    ],
  ])
  if (it.validUntil) map.set(cwt.exp, seconds(startOfDay(addDays(it.validUntil, 1))))
  return map
}

/** The other way, from a map that anyone may have made; nothing (or an exception, for days out of all range) when it is not such a document. */
export function fromMap(map: unknown): CodeClaims | undefined {
  const person = at(map, cwt.identity)
  const list = at(at(map, cwt.status), 'status_list')
  const [issuer, ar, en] = [
    text(at(map, cwt.iss)),
    text(at(person, identity.name)),
    text(at(person, identity.name2)),
  ]
  const [document, number] = [text(at(person, identity.document)), text(at(person, identity.id))]
  const [uri, index] = [text(at(list, 'uri')), whole(at(list, 'idx'))]
  const [nbf, iat, exp] = [whole(at(map, cwt.nbf)), whole(at(map, cwt.iat)), whole(at(map, cwt.exp))]
  const extra = at(person, identity.extra)
  if (!issuer || ar === undefined || en === undefined || !document || !number || !uri) return undefined
  if (index === undefined || nbf === undefined || iat === undefined) return undefined
  return {
    issuer,
    document,
    number,
    name: { ar, en },
    birth: birthOf(at(person, identity.birth)),
    issuedAt: new Date(iat * 1000),
    validFrom: dayOf(new Date(nbf * 1000)),
    validUntil: exp === undefined ? undefined : addDays(dayOf(new Date(exp * 1000)), -1),
    status: { uri, index },
    extra: extra instanceof Map ? strings(extra) : undefined,
  }
}

const at = (map: unknown, key: number | string): unknown => (map instanceof Map ? map.get(key) : undefined)
const text = (it: unknown) => (typeof it === 'string' && it.length <= 500 ? it : undefined)
const whole = (it: unknown) =>
  typeof it === 'number' && Number.isSafeInteger(it) && it >= 0 ? it : undefined

function birthOf(it: unknown): Day | undefined {
  const parts = typeof it === 'string' ? /^(\d{4})(\d\d)(\d\d)$/.exec(it) : null
  const day = parts && parseDay(`${parts[1]}-${parts[2]}-${parts[3]}`)
  return day?.ok ? day.value : undefined
}

function strings(map: Map<unknown, unknown>): Record<string, string> {
  const pairs = [...map].flatMap(([key, value]) =>
    typeof key === 'string' && typeof value === 'string' ? [[key, value] as const] : [],
  )
  return Object.fromEntries(pairs)
}
