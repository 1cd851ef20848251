// Builds what browsers load into dist/assets, under names that change with the content. Runs under
// the project's own Node.js, and does nothing when no source has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const face = join(root, 'src', 'channels', 'face')
const target = join(root, 'dist', 'assets')
const fonts = ['arabic', 'latin'].flatMap((script) =>
  [400, 500, 600, 700].map((weight) => `ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`),
)
const fontFolder = join(root, 'node_modules', '@fontsource', 'ibm-plex-sans-arabic', 'files')

const digest = (bytes) =>
  createHash('sha256').update(bytes).digest('base64url').replace(/[-_]/g, '').slice(0, 10)
const find = async (...patterns) => (await Array.fromAsync(glob(patterns, { cwd: root }))).sort()

const sources = await find(
  'src/{channels,sandbox}/**/*.{ts,tsx,css,svg}',
  'package-lock.json',
  'bin/assets.mjs',
)
const stamp = createHash('sha256')
for (const path of sources) stamp.update(path).update(await readFile(join(root, path)))
const now = stamp.digest('hex')
const before = await readFile(join(target, '.stamp'), 'utf8').catch(() => '')
if (before !== now) await buildAll()

async function buildAll() {
  await mkdir(join(root, 'dist'), { recursive: true })
  const folder = join(root, 'dist', `assets-${process.pid}`)
  await mkdir(folder)
  const manifest = {}
  const keep = async (name, bytes, hashed = name.replace(/(\.\w+)$/, `.${digest(bytes)}$1`)) => {
    if (manifest[name]) throw new Error(`Two assets are called ${name}.`)
    manifest[name] = hashed
    await write(hashed, bytes)
  }
  const write = async (name, bytes) => {
    await writeFile(join(folder, name), bytes)
    if (!/\.(js|css|svg)$/.test(name)) return
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes))
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
  try {
    for (const name of fonts) await keep(name, await readFile(join(fontFolder, name)))
    for (const path of await find('src/channels/**/static/*'))
      await keep(basename(path), await readFile(join(root, path)))
    await islands(keep, write)
    await keep('face.css', await styles(manifest))
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
    await writeFile(join(folder, '.stamp'), now)
    await rm(target, { recursive: true, force: true })
    await rename(folder, target)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Each file of an `island` folder becomes one script; what two of them share is a piece of its own. */
async function islands(keep, write) {
  const entries = (await find('src/channels/**/island/*.{ts,tsx}')).filter(
    (path) => !/\.(test|d)\.tsx?$/.test(path),
  )
  if (entries.length === 0) return
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    entryNames: '[name].[hash]',
    chunkNames: 'shared.[hash]',
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
    legalComments: 'none',
  })
  for (const { path, contents } of outputFiles) {
    const name = basename(path)
    const entry = metafile.outputs[`dist/${name}`]?.entryPoint
    if (entry === undefined) await write(name, contents)
    else await keep(basename(entry).replace(/\.tsx?$/, '.js'), contents, name)
  }
}

/** Tailwind reads which classes the pages use; then fonts get the names that they are kept under. */
async function styles(manifest) {
  const css = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs'),
      '--input',
      join(face, 'face.css'),
      '--minify',
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 },
  )
  return Buffer.from(
    css.replace(/url\(\s*["']?([^"')]+\.(?:woff2|svg|png))["']?\s*\)/g, (whole, path) => {
      const kept = manifest[basename(path)]
      if (kept === undefined && !path.startsWith('data:'))
        throw new Error(`face.css names ${path}, which is no asset.`)
      return kept === undefined ? whole : `url(${kept})`
    }),
  )
}
