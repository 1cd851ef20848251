// "npm test" on an empty machine: puts the packages in place, then hands over to the project's own Node.js.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages, ownNode, root } from './install.mjs'
import { ensureAssets } from './start.mjs'

ensurePackages({ dev: true })
ensureAssets()
const { status } = spawnSync(ownNode, [join(root, 'tests', 'run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
