import { glob } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Recurring, Tasks } from './job.ts'

const house = resolve(import.meta.dirname, '../..')

export interface Collected {
  readonly tasks: Tasks
  readonly recurring: readonly Recurring[]
}

/**
 * The tasks of every room and sector: what their `tasks.ts` export as `tasks`, and as `recurring`
 * what runs by the clock of the wall.
 * @throws when two of them give one name to two tasks, or schedule a task that nobody has.
 */
export async function collectTasks(root: string = house): Promise<Collected> {
  const tasks: Record<string, Tasks[string]> = {}
  const recurring: Recurring[] = []
  const paths = await Array.fromAsync(glob('{platform,sectors}/*/tasks.ts', { cwd: root }))
  for (const path of paths.sort()) {
    // The file's shape is its contract; a wrong one fails to compile where it is written.
    const room = (await import(pathToFileURL(resolve(root, path)).href)) as {
      tasks?: Tasks
      recurring?: readonly Recurring[]
    }
    for (const [name, task] of Object.entries(room.tasks ?? {})) {
      if (name in tasks) throw new Error(`${path}: the task "${name}" exists already in another room.`)
      tasks[name] = task
    }
    recurring.push(...(room.recurring ?? []))
  }
  for (const { task } of recurring)
    if (!(task in tasks)) throw new Error(`A schedule names the task "${task}", which no room has.`)
  return { tasks, recurring }
}
