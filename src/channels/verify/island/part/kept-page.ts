import type { Locale } from '#kernel/text.ts'

/** Has the browser keep the page, and what it holds, for when there is no connection. */
export async function keepPage(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/verify/keeper.js', { scope: '/verify' })
    await navigator.storage.persist()
  } catch {
    // A private window keeps nothing: the page still works while there is a connection.
  }
}

/** The keeper cannot read cookies: it finds here in which language to open. */
export async function keepLanguage(locale: Locale): Promise<void> {
  try {
    await (await caches.open('verify:language')).put('/verify/language', new Response(locale))
  } catch {
    // As above.
  }
}

/** The page that is kept knows no cookies either; the appearance that was chosen is put on here. */
export function wearTheme(): void {
  const chosen = /(?:^|; )theme=(light|dark)\b/.exec(document.cookie)?.[1]
  if (chosen) document.documentElement.dataset.theme = chosen
}
