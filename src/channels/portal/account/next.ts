import { localPath } from '#channels/face/preferences.ts'

/** Where a sign-in leads to, from an address or a form: a page of this site, else the home. */
export const nextOf = (given: unknown, home: string): string => {
  const path = localPath(given)
  return path === '/' ? home : path
}

/** An address that carries the way back along. */
export const withNext = (address: string, next: string, home: string): string =>
  next === home ? address : `${address}?next=${encodeURIComponent(next)}`
