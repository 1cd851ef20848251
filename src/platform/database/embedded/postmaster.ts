import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
  /** The folder of its socket, if it has one. */
  readonly sockets: string | undefined
}

/**
 * The PostgreSQL that runs on a data folder, read from its `postmaster.pid`. A file left behind by a
 * killed server or a restarted machine names a process that is gone, or by now another program: then
 * nothing runs there, and the file is taken away, because PostgreSQL would refuse to start over it.
 */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const path = join(folder, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  if (!text.includes('\n') && (await isFresh(path))) return undefined
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!runsOn(pid, folder)) {
    await rm(path, { force: true })
    return undefined
  }
  return {
    pid,
    port: Number(lines[3] ?? 0),
    ready: (lines[7] ?? '').trim() === 'ready',
    sockets: lines[4]?.trim() || undefined,
  }
}

/** A server that starts makes the file first and fills it then: taken away in between, it would shut down. */
const isFresh = async (path: string): Promise<boolean> =>
  Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0) < 10_000

/** Waits until a condition holds; false when it did not within `seconds`. */
export async function until(condition: () => Promise<boolean>, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
    if (await condition()) return true
  }
  return false
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function runsOn(pid: number, folder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes(folder)
  } catch {
    return false
  }
}
