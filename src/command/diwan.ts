import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { addDays, parseDay, startOfDay } from '#kernel/day.ts'
import { ConfigError, readConfig, variables } from '#platform/config.ts'
import type { Role } from './serve.ts'

interface Command {
  readonly summary: string
  readonly usage: string
  readonly details?: readonly string[]
  run(args: readonly string[]): Promise<number>
}

/** The caller wrote something that the program does not know; the message says what to write. */
class UsageError extends Error {}

/** Each loads what it needs only when it runs, so that help and complaints come at once. */
const commands: Readonly<Record<string, Command>> = {
  serve: {
    summary: 'start everything and serve until Ctrl-C',
    usage: 'diwan serve [--role web|worker|all]',
    details: [
      'Starts the database (or uses DATABASE_URL), brings it up to date, fills an empty one with',
      'synthetic persons (development only), opens the servers and runs the jobs.',
      '',
      '  --role web      serve pages and the API, run no jobs',
      '  --role worker   run jobs, serve nothing',
      '  --role all      both (the default)',
    ],
    async run(args) {
      const { role } = options(args, { role: { type: 'string', default: 'all' } })
      if (!isRole(role)) throw new UsageError(`--role must be web, worker or all, not "${String(role)}".`)
      const config = readConfig(process.env)
      const { serve } = await import('./serve.ts')
      await serve(config, role)
      return 0
    },
  },
  migrate: {
    summary: 'bring the database up to date',
    usage: 'diwan migrate',
    async run(args) {
      options(args, {})
      const config = readConfig(process.env)
      const { openSession } = await import('./session.ts')
      const session = await openSession(config)
      await session.close()
      print(
        session.migrated.length === 0
          ? 'The database was up to date.'
          : session.migrated.map((name) => `ran ${name}`).join('\n'),
      )
      return 0
    },
  },
  populate: {
    summary: 'fill an empty database with synthetic persons',
    usage: 'diwan populate [--persons N]',
    details: ['  --persons N     how many (DIWAN_PERSONS, else 2000)'],
    async run(args) {
      const { persons } = options(args, { persons: { type: 'string' } })
      const config = readConfig(
        typeof persons === 'string' ? { ...process.env, DIWAN_PERSONS: persons } : process.env,
      )
      const { fill } = await import('./fill.ts')
      const { openSession } = await import('./session.ts')
      const session = await openSession(config)
      try {
        const filled = await fill(session.platform, config.persons)
        print(
          filled
            ? `Filled with ${config.persons} synthetic persons.`
            : 'Nothing done: the database is not empty.',
        )
      } finally {
        await session.close()
      }
      return 0
    },
  },
  catalogue: {
    summary: 'list every service and inquiry',
    usage: 'diwan catalogue [--json]',
    details: ['  --json          one JSON object a line: slug, kind, sector, version, audience, access'],
    async run(args) {
      const { json } = options(args, { json: { type: 'boolean', default: false } })
      const { discover } = await import('#platform/catalogue/discover.ts')
      const { catalogueLines } = await import('./catalogue.ts')
      for (const line of catalogueLines(await discover(), json === true)) print(line)
      return 0
    },
  },
  'rotate-keys': {
    summary: 'make a new issuer key; what the old one signed stays good',
    usage: 'diwan rotate-keys [--alg EdDSA|ES256] [--trust-old-until YYYY-MM-DD]',
    details: [
      'A server that runs signs with the new key within seconds. Readers learn it from the trust list.',
      '',
      '  --alg EdDSA               the key of what is scanned (the default)',
      '  --alg ES256               the key of what goes to wallets of others',
      '  --trust-old-until DAY     when documents of the old key stop being trusted; never when absent',
    ],
    async run(args) {
      const { alg, 'trust-old-until': until } = options(args, {
        alg: { type: 'string', default: 'EdDSA' },
        'trust-old-until': { type: 'string' },
      })
      if (alg !== 'EdDSA' && alg !== 'ES256')
        throw new UsageError(`--alg must be EdDSA or ES256, not "${String(alg)}".`)
      const day = typeof until === 'string' ? parseDay(until) : undefined
      if (day && !day.ok) throw new UsageError(`--trust-old-until: ${day.error.en}.`)
      const config = readConfig(process.env)
      const { openConfiguredKeys } = await import('#platform/documents/keys/open.ts')
      const keys = await openConfiguredKeys(config)
      const trustOld = day?.ok ? { trustOldUntil: startOfDay(addDays(day.value, 1)) } : {}
      await keys.rotate({ alg, ...trustOld, settled })
      print(`${alg} key ${Buffer.from(keys.current(alg).keyId).toString('hex')} signs now.`)
      return 0
    },
  },
  'renew-root': {
    summary: 'make a new trust root, which the old one vouches for',
    usage: 'diwan renew-root',
    details: [
      'The root signs the list of issuer keys. Readers that keep the old one follow its word to the new one at',
      'their next refresh. A root that others may hold is no word to follow: then readers must begin anew.',
    ],
    async run(args) {
      options(args, {})
      const config = readConfig(process.env)
      const { openConfiguredKeys } = await import('#platform/documents/keys/open.ts')
      const keys = await openConfiguredKeys(config)
      await keys.renewRoot({ at: new Date(), settled })
      const { keyIdOf } = await import('#platform/documents/keys/key-id.ts')
      print(`Root ${Buffer.from(keyIdOf(keys.root)).toString('hex')} signs the trust list now.`)
      return 0
    },
  },
  doctor: {
    summary: 'look over everything that a start needs',
    usage: 'diwan doctor',
    async run(args) {
      options(args, {})
      const { doctor } = await import('./doctor.ts')
      return (await doctor(process.env)) ? 0 : 1
    },
  },
}

/** A server that runs has looked at the ring of keys again. */
async function settled(): Promise<void> {
  const { lookAgainAfter } = await import('#platform/documents/keys/ring.ts')
  await sleep(lookAgainAfter + 1000)
}

const isRole = (text: unknown): text is Role => text === 'web' || text === 'worker' || text === 'all'

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function options(args: readonly string[], known: Options): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 4
  return [
    'Diwan, a national e-services platform.',
    '',
    'Usage: diwan COMMAND [OPTIONS]     diwan COMMAND --help',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`),
    '',
    'Configured by the environment; all of it is optional in development:',
    ...variables.map(({ name, example }) => `  ${name}=${example}`),
  ].join('\n')
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** Runs one command line; answers the exit code: 0 done, 1 failed, 2 not understood. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    complain(`There is no command "${name}". "diwan --help" lists them.`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    print([`Usage: ${command.usage}`, '', `${command.summary}.`, ...(command.details ?? [])].join('\n'))
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    complain(explain(error))
    if (error instanceof UsageError) complain(`Usage: ${command.usage}`)
    return error instanceof UsageError ? 2 : 1
  }
}

/** What went wrong, for an operator: in words where we know it, with the stack where we do not. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is taken by another program (perhaps by Diwan itself). Stop that one, or choose another port: DIWAN_PORT, DIWAN_SANDBOX_PORT, DIWAN_SANDBOX_SMPP_PORT, DIWAN_SANDBOX_SMTP_PORT.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000')
    return `The database cannot be used: ${error.message || code}. Is DATABASE_URL right, and does the server run?`
  return process.env.DIWAN_LOG === 'debug'
    ? (error.stack ?? error.message)
    : `${error.message}\n(DIWAN_LOG=debug shows where.)`
}

process.exitCode = await main(process.argv.slice(2))
