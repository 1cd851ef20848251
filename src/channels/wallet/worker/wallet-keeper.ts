import { keep, kept, plan } from '#channels/face/worker/part/keeper.ts'

// The service worker of /wallet/.

const prefix = 'wallet-'

keep({
  prefix,
  // In the language that was last read in, which is in a cookie.
  page: {},
  answer: (request, { pathname }) => {
    const [page = ''] = plan.pages
    if (request.mode === 'navigate' && pathname === page) return kept(prefix, page, request)
    return pathname.startsWith('/assets/') ? kept(prefix, pathname, request) : undefined
  },
})
