import { keep, kept, plan } from '#channels/face/worker/part/keeper.ts'

// The service worker of /verify. What the page judges by (keys, lists) it keeps itself.

const prefix = 'verify-'
/** The page’s own note of the language that was last read in. */
const languageNote = { cache: 'verify:language', address: '/verify/language' } as const
const files = new Set(plan.files)

keep({
  prefix,
  // Without cookies: what is kept is nobody’s.
  page: { credentials: 'omit' },
  answer: (request, { pathname, search }) => {
    const address = `${pathname}${search}`
    if (request.mode !== 'navigate')
      return files.has(address) || pathname.startsWith('/assets/')
        ? kept(prefix, address, request)
        : undefined
    if (pathname === '/verify') return page(request)
    // A code’s own address: the server knows more of it; without one the page reads the code off its address.
    return pathname.startsWith('/verify/') ? fetch(request).catch(() => page(request)) : undefined
  },
})

/** In the language that is asked for, else the one that was last read in. */
async function page(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('lang') ?? (await lastLanguage())
  const address = plan.pages.find((one) => one.endsWith(`=${asked}`)) ?? plan.pages[0] ?? '/verify'
  return kept(prefix, address, request)
}

const lastLanguage = async (): Promise<string | undefined> =>
  (await caches.match(languageNote.address, { cacheName: languageNote.cache }))?.text()
