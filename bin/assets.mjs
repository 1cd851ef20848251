// Builds what browsers load into dist/assets, under names that change with the content. Runs under
// the project's own Node.js, and does nothing when no source has changed. Of several that start at once one builds.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import sharp from 'sharp'
import { alone, putInPlace } from './in-place.mts'

const root = join(import.meta.dirname, '..')
const face = join(root, 'src', 'channels', 'face')
const target = join(root, 'dist', 'assets')
const fonts = ['arabic', 'latin'].flatMap((script) =>
  [400, 500, 600, 700].map((weight) => `ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`),
)
const decoder = join(root, 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm')
const fontFolder = join(root, 'node_modules', '@fontsource', 'ibm-plex-sans-arabic', 'files')

const paper = '#fdfcf9'
const bundled = {
  absWorkingDir: root,
  entryNames: '[name].[hash]',
  outdir: 'dist',
  bundle: true,
  target: 'es2022',
  minify: true,
  write: false,
  metafile: true,
  legalComments: 'none',
  loader: { '.svg': 'text' },
}

const digest = (bytes) =>
  createHash('sha256').update(bytes).digest('base64url').replace(/[-_]/g, '').slice(0, 10)
const find = async (...patterns) => (await Array.fromAsync(glob(patterns, { cwd: root }))).sort()

const sources = await find(
  'src/{channels,sandbox}/**/*.{ts,tsx,css,svg}',
  'package-lock.json',
  'bin/{assets.mjs,in-place.mts}',
)
const stampOf = async (taken) => {
  const stamp = createHash('sha256')
  for (const path of [...sources, ...taken])
    stamp.update(path).update(await readFile(join(root, path)).catch(() => ''))
  return stamp.digest('hex')
}
/** What was built last, and whether it is what would be built now. */
async function last() {
  const stamped = await readFile(join(target, '.stamp'), 'utf8').catch(() => '{}')
  // Earlier versions left a bare hash.
  const before = stamped.startsWith('{') ? JSON.parse(stamped) : {}
  return { before, fresh: before.stamp !== undefined && before.stamp === (await stampOf(before.taken)) }
}
if (!(await last()).fresh) {
  await mkdir(join(root, 'dist'), { recursive: true })
  await alone(join(root, 'dist', 'assets.lock'), async () => {
    const { before, fresh } = await last()
    if (!fresh) await buildAll(before)
  })
}

async function buildAll(before) {
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
    if (!/\.(js|css|svg|wasm)$/.test(name)) return
    const params = { [constants.BROTLI_PARAM_QUALITY]: name.endsWith('.wasm') ? 9 : 11 }
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
  try {
    for (const name of fonts) await keep(name, await readFile(join(fontFolder, name)))
    for (const path of await find('src/channels/**/static/*'))
      await keep(basename(path), path.endsWith('.css') ? await sheet(path) : await readFile(join(root, path)))
    for (const [name, bytes] of await icons()) await keep(name, bytes)
    await keep('zxing_reader.wasm', await readFile(decoder))
    const { pieces, inputs } = await islands(keep, write)
    // What scripts take from other floors: a change there is a change of theirs.
    const taken = [...inputs, ...(await workers(keep))]
      .filter((path) => /^src\/(?!channels)/.test(path))
      .sort()
    await keep('face.css', await styles(manifest))
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
    await writeFile(join(folder, 'pieces.json'), JSON.stringify(pieces, null, 2))
    const files = await readdir(folder)
    await writeFile(join(folder, '.stamp'), JSON.stringify({ stamp: await stampOf(taken), taken, files }))
    await putInPlace(folder, target, {
      last: ['pieces.json', 'manifest.json', '.stamp'],
      before: before.files,
    })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** A style sheet with those that it takes in. */
async function sheet(path) {
  const { outputFiles } = await build({ ...bundled, entryPoints: [path] })
  return outputFiles[0].contents
}

/** Each file of an `island` folder becomes one script; what two of them share is a piece of its own. */
async function islands(keep, write) {
  const entries = (await find('src/channels/**/island/*.{ts,tsx}')).filter(
    (path) => !/\.(test|d)\.tsx?$/.test(path),
  )
  const { outputFiles, metafile } = await build({
    ...bundled,
    entryPoints: entries,
    chunkNames: 'shared.[hash]',
    splitting: true,
    format: 'esm',
  })
  const pieces = {}
  for (const { path, contents } of outputFiles) {
    const name = basename(path)
    const entry = metafile.outputs[`dist/${name}`]?.entryPoint
    if (entry === undefined) await write(name, contents)
    else {
      const script = basename(entry).replace(/\.tsx?$/, '.js')
      await keep(script, contents, name)
      pieces[script] = loadedBy(metafile, `dist/${name}`).map((piece) => basename(piece))
    }
  }
  return { pieces, inputs: Object.keys(metafile.inputs) }
}

/** The pieces that a script loads, and those that they load. */
function loadedBy(metafile, output, found = new Set()) {
  for (const { path } of metafile.outputs[output]?.imports ?? [])
    if (!found.has(path) && path in metafile.outputs) loadedBy(metafile, path, found.add(path))
  return [...found]
}

/** Each file of a `worker` folder becomes one script that loads nothing: a worker's policy and scope are its own. */
async function workers(keep) {
  const entries = await find('src/channels/**/worker/*.ts')
  const { outputFiles, metafile } = await build({
    ...bundled,
    entryPoints: entries.filter((path) => !path.endsWith('.test.ts')),
    format: 'iife',
  })
  for (const { path, contents } of outputFiles) {
    const entry = metafile.outputs[`dist/${basename(path)}`].entryPoint
    await keep(basename(entry).replace(/\.ts$/, '.js'), contents, basename(path))
  }
  return Object.keys(metafile.inputs)
}

/** The mark as pictures, for systems that keep a page as an app: bare, and within the circle that some cut out. */
async function icons() {
  const mark = await readFile(join(face, 'static', 'icon.svg'))
  const drawn = async (size, within) =>
    sharp({ create: { width: size, height: size, channels: 3, background: paper } })
      .composite([
        { input: await sharp(mark, { density: 1200 }).resize({ height: within }).png().toBuffer() },
      ])
      .png({ compressionLevel: 9 })
      .toBuffer()
  return [
    ['icon-180.png', await drawn(180, 132)],
    ['icon-192.png', await drawn(192, 150)],
    ['icon-512.png', await drawn(512, 400)],
    ['icon-maskable.png', await drawn(512, 300)],
  ]
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
