import { setTimeout as sleep } from 'node:timers/promises'
import { createServers } from '#main'
import type { Config } from '#platform/config.ts'
import { collectTasks } from '#platform/jobs/collect.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { vanishedVersions } from '#platform/requests/open-versions.ts'
import { fill } from './fill.ts'
import { openSession } from './session.ts'
import { whenAsked } from './stop.ts'

export type Role = 'web' | 'worker' | 'all'

/** Runs until asked to stop; resolves when everything that it started has ended. */
export async function serve(config: Config, role: Role): Promise<void> {
  const began = performance.now()
  const asked = whenAsked()
  const session = await openSession(config)
  const running: { close(): Promise<void> }[] = []
  try {
    const { platform, migrated } = session
    if (migrated.length > 0) say(`The database is up to date (${migrated.length} migrations ran).`)
    const vanished = await vanishedVersions(platform.db, platform.catalogue)
    if (vanished.length > 0)
      throw new Error(
        `Open requests were made with ${vanished.join(', ')}, which the catalogue no longer has. Put the file back (as name@version.ts) until they are finished.`,
      )
    if (config.mode === 'development' && (await fill(platform, config.persons)))
      say(`Filled with ${config.persons} synthetic persons.`)
    if (role !== 'worker') {
      const servers = await patiently(() => createServers(platform))
      running.push(servers)
      say(
        '',
        ...servers.addresses.map(({ name, url }) => `  ${name.padEnd(10)} ${url}`),
        '',
        ...servers.greeting,
      )
    }
    if (role !== 'web') {
      // After the servers, which play the outside that jobs go to; it ends after them too, with what they left.
      const worker = await startWorker(platform, await collectTasks())
      running.unshift({ close: () => worker.stop() })
    }
    say('', `Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Stop with Ctrl-C.`)
    say(`Stopping (${await asked}) …`)
  } finally {
    for (const part of running.reverse()) await part.close()
    await session.close()
  }
  say('Stopped.')
}

/** A server that was killed a moment ago holds its ports until its end: then opening them is tried again for a while. */
async function patiently<T>(open: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + 8000; ; await sleep(200)) {
    try {
      return await open()
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || performance.now() > end) throw error
    }
  }
}

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
