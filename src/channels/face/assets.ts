import { readFileSync } from 'node:fs'

const folder = new URL('../../../dist/assets/', import.meta.url)
let names: Readonly<Record<string, string>> | undefined
let loads: Readonly<Record<string, readonly string[]>> | undefined

/** The address of a built file: `asset('face.css')`. Before the first build, the name as it is. */
export function asset(name: string): string {
  names ??= read<string>('manifest.json')
  return `/assets/${names[name] ?? name}`
}

/** The addresses of a script and of all that it loads: what a page needs to start without a connection. */
export function withPieces(script: string): readonly string[] {
  loads ??= read<readonly string[]>('pieces.json')
  return [asset(script), ...(loads[script] ?? []).map((piece) => `/assets/${piece}`)]
}

/** The content of a built file, for those that need an address or a policy of their own. @throws before the first build */
export const assetBytes = (name: string): Uint8Array =>
  readFileSync(new URL(asset(name).slice('/assets/'.length), folder))

/** Has the names read anew: what is built has changed while the process runs. */
export function rereadAssets(): void {
  names = undefined
  loads = undefined
}

function read<T>(file: string): Readonly<Record<string, T>> {
  try {
    // Written by bin/assets.mjs, which is the only one that writes it.
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, T>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
