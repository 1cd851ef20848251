import type { Examined } from '../../examine.ts'

/**
 * Lets the holder know of this check when they asked for it, and there is a connection. Best effort: a check does not
 * hang on it. Says whether it was taken.
 */
export async function tellHolder({ text, opened, replayed }: Examined): Promise<boolean> {
  const live = opened?.ok ? opened.value.live : undefined
  if (!live?.tell || replayed || !navigator.onLine) return false
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ live: text })
  return fetch('/verify/seen', { method: 'POST', headers, body, credentials: 'omit' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
