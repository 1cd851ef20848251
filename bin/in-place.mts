import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const longest = 5 * 60_000

/** Does some work while no other process does it; whoever died at it is not waited for. */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(lock))) {
    if (await isLeft(lock)) await rm(lock, { force: true })
    else await wait(50)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

async function isLeft(lock: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(lock)).mtimeMs > longest) return true
    // Asks whether it lives; an empty file is of somebody who is just writing it.
    process.kill(Number(await readFile(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return hasCode(error, 'ESRCH')
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/**
 * Moves the files of a finished folder into the one that is read, `last` at the end and in that order. A page that was
 * made of the version before may still load what it names: the files of that version (`before`) stay, older ones go.
 */
export async function putInPlace(
  folder: string,
  target: string,
  { last, before }: { readonly last: readonly string[]; readonly before: readonly string[] | undefined },
): Promise<void> {
  await mkdir(target, { recursive: true })
  const old = await readdir(target)
  const names = await readdir(folder)
  for (const name of [...names.filter((one) => !last.includes(one)), ...last])
    await rename(join(folder, name), join(target, name))
  await rm(folder, { recursive: true })
  const stay = new Set([...names, ...(before ?? old)])
  await Promise.all(old.filter((one) => !stay.has(one)).map((one) => rm(join(target, one), { force: true })))
}
