import { addDays, type Day, dayOf, parseDay, startOfDay } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { CborValue } from './cbor.ts'

/** What is signed into a document's code: as little as tells a reader what they hold. */
export interface CodeClaims {
  /** The platform's origin. */
  readonly issuer: string
  readonly issuedAt: Date
  readonly validFrom: Day
  /** The last day on which it is valid. */
  readonly validUntil?: Day | undefined
  /** When a copy on a phone lapses, which is before the document does: a lost one dies by itself. */
  readonly ends?: Date | undefined
  /** The definition's name: `driving-licence`. */
  readonly document: string
  /** A narrower showing of it: `over-18`. What that leaves out is absent below. */
  readonly view?: string | undefined
  readonly number?: string | undefined
  readonly name?: Text | undefined
  readonly birth?: Day | undefined
  readonly extra?: Readonly<Record<string, string>> | undefined
  /** A small picture of the face, AVIF. */
  readonly face?: Uint8Array | undefined
  /** The key of the device that alone may show it: an uncompressed P-256 point, 65 bytes. */
  readonly device?: Uint8Array | undefined
  /** Where its bit stands: the address of the list, and the place in it. */
  readonly status: { readonly uri: string; readonly index: number }
}

// CWT: RFC 8392, section 3.1, `cnf` of RFC 8747, and `status` of the Token Status List. Within claim 169: the
// MOSIP profile 1.2, whose keys 75 to 99 are free for closed ecosystems.
const cwt = { iss: 1, exp: 4, nbf: 5, iat: 6, cnf: 8, identity: 169, status: 65535 } as const
// COSE_Key (RFC 9052, section 7): type 2 is EC2, curve 1 is P-256.
const cose = { key: 1, type: 1, curve: -1, x: -2, y: -3, ec2: 2, p256: 1 } as const
// Claim 169, face: its bytes, format 0 (image), and 3 for AVIF.
const picture = { data: 0, format: 1, kind: 2, image: 0, avif: 3 } as const
/** No face in a code is larger: it would not fit. */
const largestFace = 2048
const identity = {
  id: 1,
  language: 3,
  name: 4,
  birth: 8,
  name2: 19,
  language2: 20,
  face: 62,
  document: 75,
  extra: 76,
  view: 77,
  until: 78,
} as const

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
const startsAt = (day: Day) => seconds(startOfDay(day))
/** A day in Riyadh is as long as any other (register F-16). */
const endsAt = (day: Day) => startsAt(day) + 86_400

/** The claims as a CWT's map, its keys in the order in which they are written. A day is valid from its first to its last second in Riyadh. */
export function toMap(it: CodeClaims): Map<number, CborValue> {
  const map = new Map<number, CborValue>([[cwt.iss, it.issuer]])
  if (it.ends) map.set(cwt.exp, seconds(it.ends))
  else if (it.validUntil) map.set(cwt.exp, endsAt(it.validUntil))
  map.set(cwt.nbf, startsAt(it.validFrom)).set(cwt.iat, seconds(it.issuedAt))
  if (it.device) map.set(cwt.cnf, new Map([[cose.key, deviceKey(it.device)]]))
  map.set(cwt.identity, identityMap(it))
  const place = new Map<string, CborValue>([['idx', it.status.index]]).set('uri', it.status.uri)
  return map.set(cwt.status, new Map([['status_list', place]]))
}

function identityMap(it: CodeClaims): Map<number, CborValue> {
  const map = new Map<number, CborValue>()
  if (it.number) map.set(identity.id, it.number)
  if (it.name) map.set(identity.language, 'ara').set(identity.name, it.name.ar)
  if (it.birth) map.set(identity.birth, digitsOf(it.birth))
  if (it.name) map.set(identity.name2, it.name.en).set(identity.language2, 'eng')
  if (it.face) map.set(identity.face, faceMap(it.face))
  map.set(identity.document, it.document)
  if (it.extra) map.set(identity.extra, new Map(Object.entries(it.extra)))
  if (it.view) map.set(identity.view, it.view)
  if (it.ends && it.validUntil) map.set(identity.until, digitsOf(it.validUntil))
  return map
}

const digitsOf = (day: Day): string => day.slice(0, 4) + day.slice(5, 7) + day.slice(8)

const faceMap = (face: Uint8Array) =>
  new Map<number, CborValue>([
    [picture.data, face],
    [picture.format, picture.image],
    [picture.kind, picture.avif],
  ])

const deviceKey = (point: Uint8Array) =>
  new Map<number, CborValue>([
    [cose.type, cose.ec2],
    [cose.curve, cose.p256],
    [cose.x, point.subarray(1, 33)],
    [cose.y, point.subarray(33, 65)],
  ])

/** The other way, from a map that anyone may have made; nothing (or an exception, for days out of all range) when it is not such a document. */
export function fromMap(map: unknown): CodeClaims | undefined {
  const person = at(map, cwt.identity)
  const list = at(at(map, cwt.status), 'status_list')
  const issuer = text(at(map, cwt.iss))
  const [ar, en] = [text(at(person, identity.name)), text(at(person, identity.name2))]
  const [document, number] = [text(at(person, identity.document)), text(at(person, identity.id))]
  const view = text(at(person, identity.view))
  const [uri, index] = [text(at(list, 'uri')), whole(at(list, 'idx'))]
  const [nbf, iat, exp] = [whole(at(map, cwt.nbf)), whole(at(map, cwt.iat)), whole(at(map, cwt.exp))]
  const extra = at(person, identity.extra)
  const until = dayIn(at(person, identity.until))
  const device = at(map, cwt.cnf) === undefined ? undefined : devicePoint(at(at(map, cwt.cnf), cose.key))
  const name = ar === undefined || en === undefined ? undefined : { ar, en }
  if (!issuer || !document || !uri || device === null) return undefined
  // Only a narrower showing leaves out whose it is.
  if (view === undefined && !(name && number)) return undefined
  if (index === undefined || nbf === undefined || iat === undefined) return undefined
  const lastDay = exp === undefined ? undefined : addDays(dayOf(new Date(exp * 1000)), -1)
  const isCopy = device !== undefined && exp !== undefined
  return {
    issuer,
    document,
    view,
    number,
    name,
    birth: dayIn(at(person, identity.birth)),
    face: faceIn(at(person, identity.face)),
    device,
    issuedAt: new Date(iat * 1000),
    validFrom: dayOf(new Date(nbf * 1000)),
    validUntil: isCopy ? until : lastDay,
    ends: isCopy ? new Date(exp * 1000) : undefined,
    status: { uri, index },
    extra: extra instanceof Map ? strings(extra) : undefined,
  }
}

const at = (map: unknown, key: number | string): unknown => (map instanceof Map ? map.get(key) : undefined)
const text = (it: unknown) => (typeof it === 'string' && it.length <= 500 ? it : undefined)
const whole = (it: unknown) =>
  typeof it === 'number' && Number.isSafeInteger(it) && it >= 0 ? it : undefined

function dayIn(it: unknown): Day | undefined {
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

function faceIn(it: unknown): Uint8Array | undefined {
  const data = at(it, picture.data)
  return data instanceof Uint8Array && data.length <= largestFace ? data : undefined
}

/** The point of a COSE_Key; null for a key that is none of ours. */
function devicePoint(key: unknown): Uint8Array | null {
  const [x, y] = [at(key, cose.x), at(key, cose.y)]
  if (at(key, cose.type) !== cose.ec2 || at(key, cose.curve) !== cose.p256) return null
  if (!(x instanceof Uint8Array && y instanceof Uint8Array) || x.length !== 32 || y.length !== 32) return null
  return Uint8Array.from([4, ...x, ...y])
}
