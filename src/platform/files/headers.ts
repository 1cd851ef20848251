import type { StoredFile } from './file.ts'

/** How a file leaves the house: as a download, never as a page of ours, never guessed at by the browser. */
export const fileHeaders = (
  file: Pick<StoredFile, 'name' | 'type' | 'size'>,
): Readonly<Record<string, string>> => ({
  'content-type': file.type,
  'content-length': String(file.size),
  'content-disposition': `attachment; filename="${asciiOf(file.name)}"; filename*=UTF-8''${extended(file.name)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
})

const asciiOf = (name: string) => name.replace(/[^A-Za-z0-9 _.()-]/g, '_')

/** RFC 8187: percent-encoded, and also the marks that `encodeURIComponent` leaves. */
const extended = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
