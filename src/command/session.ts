import { createPlatform } from '#main'
import type { Config } from '#platform/config.ts'
import { connect } from '#platform/database/connect.ts'
import { startEmbedded } from '#platform/database/embedded/embedded.ts'
import { discoverMigrations, migrate } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'

/** A platform over a database that is up to date. */
export interface Session {
  readonly platform: Platform
  readonly url: string
  /** The migrations that ran on the way. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/** The database that the configuration names, or the embedded one, started. */
export async function openDatabase(config: Config): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => undefined }
  return startEmbedded(config.data)
}

/** Starts or reaches the database, brings it up to date, and puts the platform together on it. */
export async function openSession(config: Config): Promise<Session> {
  const log = createLog(config)
  const database = await openDatabase(config)
  const connection = connect(database.url, {
    max: config.pool,
    onError: (error) => log.warn({ room: 'database', error: error.message }, 'a connection broke'),
  })
  const close = async (): Promise<void> => {
    await connection.close()
    await database.stop()
  }
  try {
    const migrated = await migrate(connection.pool, await discoverMigrations())
    const platform = await createPlatform(config, connection, log)
    return {
      platform,
      url: database.url,
      migrated,
      close: async () => {
        await Promise.allSettled([platform.sms.close(), platform.mail.close()])
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
