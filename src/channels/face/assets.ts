import { readFileSync } from 'node:fs'

const manifest = new URL('../../../dist/assets/manifest.json', import.meta.url)
let names: Readonly<Record<string, string>> | undefined

/** The address of a built file: `asset('face.css')`. Before the first build, the name as it is. */
export function asset(name: string): string {
  names ??= read()
  return `/assets/${names[name] ?? name}`
}

function read(): Readonly<Record<string, string>> {
  try {
    // Written by build.ts, which is the only one that writes it.
    return JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
