import type { Inflate } from '#platform/documents/credential/inflate.ts'
import type { CheckSignature } from '#platform/documents/credential/opened.ts'
import { type TrustRoot, trustRootOf } from '#platform/documents/credential/signed-by-root.ts'
import {
  type ListFlaw,
  readStatusList,
  type StatusList,
  takeStatusList,
} from '#platform/documents/credential/status-list.ts'
import { followRoot } from '#platform/documents/credential/succession.ts'
import { readTrustList, type TrustFlaw, type TrustList } from '#platform/documents/credential/trust-list.ts'
import { type DeviceTime, type Measured, measure, timeBy } from './clock.ts'
import type { KnownDocuments } from './known-documents.ts'
import type { Store } from './store.ts'

export interface HeldDeps {
  readonly store: Store
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>
  /** Lists of elsewhere are not fetched: only this site answers for what is held. */
  readonly origin: string
  readonly check: CheckSignature
  readonly inflate: Inflate
  readonly time: () => DeviceTime
}

/** What a refresh left as it was, and why. */
export interface Refreshed {
  readonly reached: boolean
  readonly trust?: TrustFlaw | 'unreachable' | undefined
  readonly lists: readonly { readonly uri: string; readonly because: ListFlaw | 'unreachable' }[]
}

/** The keys, lists and words that a reader judges by, kept from one connection to the next. */
export interface Held {
  /** By the server's clock, as far as it is known. */
  now(): Date
  /** How the device's clock stood when a server was last asked. */
  skew(): number | undefined
  trust(): TrustList | undefined
  known(): KnownDocuments
  /** When the newest thing that was ever taken was signed. */
  newest(): Date | undefined
  list(uri: string): Promise<StatusList | undefined>
  lists(): Promise<readonly StatusList[]>
  /** Asks the server for everything; what does not hold up leaves what is held in its place. */
  refresh(): Promise<Refreshed>
  /** Asks for one list. */
  fetchList(uri: string): Promise<StatusList | undefined>
}

export const addresses = {
  lists: '/verify/lists.json',
  words: '/verify/words.json',
  trustList: '/.well-known/diwan-trust-list',
  trustRoot: '/.well-known/diwan-trust-root',
} as const

/** What is kept of a list: enough to read it again, and to refuse an older one whatever becomes of its key. */
interface KeptList {
  readonly token: Uint8Array
  readonly issuedAt: Date
}
interface KeptTrust {
  readonly jws: string
  readonly issuer: string
  readonly version: number
  /** Who signed it: in one piece with the list, because the root that was seen first may have named another since. */
  readonly root?: TrustRoot
}

const listName = (uri: string) => `list:${uri}`
/** Lists asked for at once. */
const atOnce = 4
/** Milliseconds after which an answer is not waited for. */
const patience = 15_000

export async function openHeld({ store, fetch, origin, check, inflate, time }: HeldDeps): Promise<Held> {
  // Everything under these names was put there below.
  const firstRoot = trustRootOf(await store.get('root'))
  let known = ((await store.get('known')) ?? {}) as KnownDocuments
  let keptTrust = (await store.get('trust')) as KeptTrust | undefined
  let root = keptTrust?.root ?? firstRoot
  let newest = (await store.get('newest')) as Date | undefined
  let skew = (await store.get('skew')) as number | undefined
  let trust = root && keptTrust && (await readKept(root, keptTrust))
  let measured: Measured | undefined
  const read = new Map<string, StatusList>()

  async function readKept(by: TrustRoot, { jws }: KeptTrust): Promise<TrustList | undefined> {
    const list = await readTrustList(jws, by, undefined, check)
    return list.ok ? list.value : undefined
  }
  const now = () => timeBy(measured, time())
  const reader = () => ({ trusted: trust?.keys ?? [], check, inflate })

  async function seen(signedAt: Date): Promise<void> {
    if (newest && newest >= signedAt) return
    newest = signedAt
    await store.put('newest', signedAt)
  }

  /** Nothing when there is no such answer, for whatever reason. */
  async function ask(address: string, init: RequestInit = {}): Promise<Response | undefined> {
    try {
      const sent = time().now
      const answer = await fetch(address, {
        cache: 'no-cache',
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
        ...init,
      })
      if (!answer.ok) return undefined
      if (init.cache === 'no-store') await compareClocks(answer, sent)
      return answer
    } catch {
      return undefined
    }
  }

  async function compareClocks(answer: Response, sent: number): Promise<void> {
    const compared = measure(answer.headers.get('date'), sent, time())
    if (!compared) return
    measured = compared
    skew = compared.skew
    await store.put('skew', skew)
  }

  async function askJson(address: string, init?: RequestInit): Promise<unknown> {
    const answer = await ask(address, init)
    return answer?.json().catch(() => undefined)
  }

  async function refreshTrust(): Promise<Refreshed['trust']> {
    if (!root) {
      const jwk = await askJson(addresses.trustRoot)
      root = trustRootOf(jwk)
      if (!root) return 'unreachable'
      // The first one that was seen is kept: whoever answers later does not choose the root.
      await store.put('root', jwk)
    }
    const jws = await (await ask(addresses.trustList))?.text().catch(() => undefined)
    if (jws === undefined) return 'unreachable'
    let list = await readTrustList(jws, root, keptTrust, check)
    let by = root
    if (!list.ok && list.error === 'other-root') {
      by = await followRoot(root, await askJson(addresses.trustRoot), check)
      list = await readTrustList(jws, by, keptTrust, check)
    }
    if (!list.ok) return list.error
    root = by
    trust = list.value
    keptTrust = { jws, issuer: trust.issuer, version: trust.version, root }
    // What was read with keys that are gone is read anew.
    read.clear()
    await store.put('trust', keptTrust)
    await seen(trust.issuedAt)
    return undefined
  }

  async function refreshList(uri: string): Promise<ListFlaw | 'unreachable' | undefined> {
    if (new URL(uri).origin !== origin) return 'unreachable'
    const answer = await ask(uri, { headers: { accept: 'application/statuslist+cwt' } })
    const bytes = await answer?.arrayBuffer().catch(() => undefined)
    if (!bytes) return 'unreachable'
    const token = new Uint8Array(bytes)
    const kept = (await store.get(listName(uri))) as KeptList | undefined
    const list = await takeStatusList(token, uri, kept, reader(), now())
    if (!list.ok) return list.error
    read.set(uri, list.value)
    const keep: KeptList = { token, issuedAt: list.value.issuedAt }
    await store.put(listName(uri), keep)
    await seen(list.value.issuedAt)
    return undefined
  }

  async function list(uri: string): Promise<StatusList | undefined> {
    const there = read.get(uri)
    if (there) return there
    const kept = (await store.get(listName(uri))) as KeptList | undefined
    const again = kept && (await readStatusList(kept.token, uri, reader(), now()))
    if (!again?.ok) return undefined
    read.set(uri, again.value)
    return again.value
  }

  const uris = async () =>
    [...(await store.all(listName('')))].map(([name]) => name.slice(listName('').length))

  return {
    now,
    skew: () => skew,
    trust: () => trust,
    known: () => known,
    newest: () => newest,
    list,
    lists: async () => (await Promise.all((await uris()).map(list))).filter((one) => one !== undefined),
    fetchList: async (uri) => ((await refreshList(uri)) === undefined ? read.get(uri) : undefined),
    refresh: async () => {
      const named = await askJson(addresses.lists, { cache: 'no-store' })
      if (named === undefined) return { reached: false, lists: [] }
      const words = await askJson(addresses.words)
      if (words !== undefined) {
        // This site's own catalogue, in the shape of `knownDocuments`.
        known = words as KnownDocuments
        await store.put('known', known)
      }
      const trustFlaw = await refreshTrust()
      const wanted = [...new Set([...listsIn(named), ...(await uris())])]
      const refused: { uri: string; because: ListFlaw | 'unreachable' }[] = []
      for (let from = 0; from < wanted.length; from += atOnce)
        await Promise.all(
          wanted.slice(from, from + atOnce).map(async (uri) => {
            const because = await refreshList(uri)
            if (because) refused.push({ uri, because })
          }),
        )
      return { reached: true, trust: trustFlaw, lists: refused }
    },
  }
}

const listsIn = (body: unknown): readonly string[] =>
  typeof body === 'object' && body !== null && 'lists' in body && Array.isArray(body.lists)
    ? body.lists.filter((one): one is string => typeof one === 'string' && URL.canParse(one))
    : []
