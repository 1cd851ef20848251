/** Longer than any request or job may take to end by itself. */
const PATIENCE = 30_000

/**
 * Resolves with the reason when the program is asked to stop: by Ctrl-C, by the system, or because
 * the process that started it is gone. One that does not manage to stop in time ends anyway: what is
 * in the database is safe, and the next start recovers.
 */
export function whenAsked(): Promise<string> {
  return new Promise((resolve) => {
    const stop = (reason: string): void => {
      setTimeout(() => process.exit(1), PATIENCE).unref()
      resolve(reason)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal))
    if (process.channel !== undefined && process.channel !== null) {
      process.once('disconnect', () => stop('the starter is gone'))
      process.channel.unref()
    }
  })
}
