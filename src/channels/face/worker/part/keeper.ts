import type { KeeperPlan } from '../../keeper.ts'

// What the service workers of pages that open without a connection have in common. Nothing of a person passes
// through them: what a page holds it keeps itself.

/** What the library for pages does not declare of a service worker. */
interface Scope {
  readonly plan: KeeperPlan
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

// The server writes the plan above the script.
const scope = globalThis as unknown as Scope
export const { plan } = scope

interface Keeper {
  /** What the names of its caches begin with. */
  readonly prefix: string
  /** How a page is fetched to be kept; files are fetched without cookies. */
  readonly page: RequestInit
  /** Answers what a page of this site reads; nothing leaves it to the browser. */
  answer(request: Request, at: URL): Promise<Response> | undefined
}

/** Keeps what the plan names, and answers from it. */
export function keep({ prefix, page, answer }: Keeper): void {
  const name = `${prefix}${plan.version}`

  scope.addEventListener('install', (event) => event.waitUntil(keepAll()))
  scope.addEventListener('activate', (event) => event.waitUntil(forgetOld()))
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const at = new URL(request.url)
    if (request.method !== 'GET' || at.origin !== location.origin) return
    const answered = answer(request, at)
    if (answered) event.respondWith(answered)
  })

  async function keepAll(): Promise<void> {
    const cache = await caches.open(name)
    const files = plan.files.map((file) => new Request(file, { credentials: 'omit', cache: 'no-cache' }))
    const pages = plan.pages.map((one) => new Request(one, { cache: 'no-cache', ...page }))
    await Promise.all([...files, ...pages].map((request) => cache.add(request)))
    await scope.skipWaiting()
  }

  /** A page that is still open may yet load a part of the last version; of those before it there is none. */
  async function forgetOld(): Promise<void> {
    const ours = (await caches.keys()).filter((one) => one.startsWith(prefix))
    const old = ours.filter((one) => one !== name).slice(0, -1)
    await Promise.all(old.map((one) => caches.delete(one)))
    await scope.clients.claim()
  }
}

/** What is kept under an address, by this version first; else what the server answers. */
export async function kept(prefix: string, address: string, request: Request): Promise<Response> {
  const cache = await caches.open(`${prefix}${plan.version}`)
  return (await cache.match(address)) ?? (await caches.match(address)) ?? fetch(request)
}
