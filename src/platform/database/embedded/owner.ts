import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** A user of the system, under which PostgreSQL runs because it refuses to run as root. */
export interface Owner {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Whom PostgreSQL must run as: nobody else (`undefined`) for an ordinary user; for root the user
 * `diwan`, made when the system lets us, else `nobody`.
 */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  return lookUp('diwan') ?? create('diwan') ?? lookUp('nobody') ?? refuse()
}

function refuse(): never {
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has no user "diwan" or "nobody". Start as an ordinary user, or set DATABASE_URL.',
  )
}

function lookUp(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) }
}

function create(name: string): Owner | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name], {
      stdio: 'ignore',
    })
  } catch {
    // Another process made it in the meantime, or the system has no useradd: the look-up tells.
  }
  return lookUp(name)
}

/** Whether a user may walk down to a folder; missing folders at the end are made by root and do not count. */
export async function canEnter(owner: Owner, folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found !== undefined) {
      const bit = found.uid === owner.uid ? 0o100 : found.gid === owner.gid ? 0o010 : 0o001
      if ((found.mode & bit) === 0) return false
    }
    if (dirname(at) === at) return true
  }
}
