import type { Plan } from '../plan.ts'

// The service worker of /wallet/: keeps the page and all that it loads, so that it opens without a connection.
// Nothing of a person passes through it: what the phone carries the page keeps itself, encrypted.

/** What the library for pages does not declare of a service worker. */
interface Scope {
  readonly plan: Plan
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
const prefix = 'wallet-'
const name = `${prefix}${plan.version}`

scope.addEventListener('install', (event) => event.waitUntil(keepAll()))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOld()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === plan.page) event.respondWith(kept(plan.page, request))
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(pathname, request))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(name)
  // The page in the language that was last read in; the rest without cookies: what is kept is nobody's.
  await cache.add(new Request(plan.page, { cache: 'no-cache' }))
  await Promise.all(plan.files.map((file) => cache.add(new Request(file, { credentials: 'omit' }))))
  await scope.skipWaiting()
}

async function forgetOld(): Promise<void> {
  const old = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(old.map((one) => caches.delete(one)))
  await scope.clients.claim()
}

const kept = async (address: string, request: Request): Promise<Response> =>
  (await (await caches.open(name)).match(address)) ?? fetch(request)
