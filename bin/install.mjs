// Puts the packages in place. Plain JavaScript without packages: it runs before there are any.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** The project's own Node.js, which came with the packages. */
export const ownNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** Runs `npm ci` when packages are missing or are not those of package-lock.json; `dev` asks for the test tools too. */
export function ensurePackages({ dev = false } = {}) {
  if (installed(dev)) return
  say('Installing the packages (a minute or two, once) …')
  npm(
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? ['--include=dev'] : [])],
    'The packages could not be installed.',
  )
  if (!existsSync(ownNode)) npm(['rebuild', '--ignore-scripts=false'], 'The packages could not be set up.')
  if (!existsSync(ownNode))
    stop(`The packages are there, but ${ownNode} is not: were install scripts forbidden?`)
}

function installed(dev) {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
    const wanted = Object.entries(read('package-lock.json'))
    const present = read('node_modules/.package-lock.json')
    return (
      existsSync(ownNode) &&
      wanted.every(
        ([path, { version, optional, devOptional, dev: tool }]) =>
          path === '' ||
          present[path]?.version === version ||
          (present[path] === undefined && (optional || ((tool || devOptional) && !dev))),
      )
    )
  } catch {
    return false
  }
}

function npm(args, failed) {
  const cli = process.env.npm_execpath
  const [command, rest] = cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
  // What npm says goes to the error stream: the output belongs to the command that was asked for.
  const { status, error } = spawnSync(command, rest, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop(`${failed} ${error?.message ?? `npm ended with ${status}; its message is above.`}`)
}

export const say = (line) => process.stderr.write(`${line}\n`)

export function stop(line) {
  say(line)
  process.exit(1)
}
