import type { KeeperPlan } from '../keeper-plan.ts'

// The service worker of /verify: keeps the page and all that it loads, so that it opens without a connection.
// What the page judges by (keys, lists) it keeps itself.

/** What the library for pages does not declare of a service worker. */
interface Scope {
  readonly plan: KeeperPlan
  readonly registration: { readonly scope: string }
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

// The server writes the plan above this script.
const scope = globalThis as unknown as Scope
const { plan } = scope
const prefix = 'verify-'
const name = `${prefix}${plan.version}`
/** The page’s own note of the language that was last read in. */
const languageNote = { cache: 'verify:language', address: '/verify/language' } as const

scope.addEventListener('install', (event) => event.waitUntil(keepAll()))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOld()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode !== 'navigate') {
    if (isKept(request.url)) event.respondWith(fromKept(request))
  } else if (pathname === '/verify') event.respondWith(page(request))
  // A code’s own address: the server knows more of it; without one the page reads the code off its address.
  else if (pathname.startsWith('/verify/')) event.respondWith(fetch(request).catch(() => page(request)))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(name)
  // Without cookies: what is kept is nobody’s.
  const fresh = (address: string) => new Request(address, { credentials: 'omit', cache: 'no-cache' })
  await Promise.all([...plan.files, ...plan.pages].map((address) => cache.add(fresh(address))))
  await scope.skipWaiting()
}

/** A page that is still open may yet load a part of the last version; of those before it there is none. */
async function forgetOld(): Promise<void> {
  const ours = (await caches.keys()).filter((one) => one.startsWith(prefix))
  const old = ours.filter((one) => one !== name).slice(0, -1)
  await Promise.all(old.map((one) => caches.delete(one)))
  await scope.clients.claim()
}

const kept = new Set(plan.files.map((address) => new URL(address, location.origin).href))
const isKept = (address: string) => kept.has(address) || new URL(address).pathname.startsWith('/assets/')

const fromKept = async (request: Request): Promise<Response> => (await inCaches(request)) ?? fetch(request)

async function inCaches(request: RequestInfo): Promise<Response | undefined> {
  const cache = await caches.open(name)
  return (await cache.match(request)) ?? caches.match(request)
}

/** In the language that is asked for, else the one that was last read in. */
async function page(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('lang') ?? (await lastLanguage())
  const address = plan.pages.find((one) => one.endsWith(`=${asked}`)) ?? plan.pages[0] ?? '/verify'
  return (await inCaches(address)) ?? fetch(request)
}

const lastLanguage = async (): Promise<string | undefined> =>
  (await caches.match(languageNote.address, { cacheName: languageNote.cache }))?.text()
