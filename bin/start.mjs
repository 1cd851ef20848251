// Hands a command over to the program, which runs under the project's own Node.js.
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages, ownNode, root, stop } from './install.mjs'

/** Makes Node.js read TypeScript, wherever it is started from. */
export const typescript = [
  '--import',
  pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
]

/** Builds what browsers load, when its sources have changed. */
export function ensureAssets() {
  const { status } = spawnSync(ownNode, [join(root, 'bin', 'assets.mjs')], { stdio: ['ignore', 2, 2] })
  if (status !== 0) stop('The pages’ styles and scripts could not be built; the reason is above.')
}

export function start(args) {
  ensurePackages()
  if (args[0] === 'serve' && !args.includes('--help')) ensureAssets()
  const child = spawn(ownNode, [...typescript, join(root, 'src', 'command', 'diwan.ts'), ...args], {
    // The channel tells the program when this process was killed; then it stops as for Ctrl-C.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
