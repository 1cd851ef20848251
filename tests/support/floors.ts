import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** One file's import of another, or of a package; paths from `src/`, packages by their name. */
export interface Import {
  readonly from: string
  readonly to: string
  /** Only a type: gone when the program runs. */
  readonly type: boolean
}

/** What each floor may stand on, besides itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  sectors: ['platform', 'kernel'],
  channels: ['platform', 'kernel'],
  sandbox: ['kernel'],
  population: ['sectors', 'platform', 'kernel'],
  main: ['command', 'population', 'channels', 'sandbox', 'sectors', 'platform', 'kernel'],
  command: ['main', 'population', 'channels', 'sandbox', 'sectors', 'platform', 'kernel'],
}

/** The only packages that the kernel takes: those that compute and touch nothing. */
const kernelPackages = ['@internationalized/date']

/** Every import of the house under `root`; tests may import what they like and are left out. */
export function importsOf(root: string): Import[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.(test|d)\.tsx?$/.test(file))
    .sort()
  return files.flatMap((file) => {
    const from = file.replaceAll('\\', '/').slice('src/'.length)
    return specifiersOf(file, readFileSync(resolve(root, file), 'utf8')).map(({ specifier, type }) => ({
      from,
      to: target(from, specifier),
      type,
    }))
  })
}

function specifiersOf(file: string, source: string): { specifier: string; type: boolean }[] {
  const found: { specifier: string; type: boolean }[] = []
  const add = (node: { type: string; value?: unknown } | null, type: boolean): void => {
    if (typeof node?.value === 'string') found.push({ specifier: node.value, type })
  }
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add('value' in node.source ? node.source : null, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(program)
  return found
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  if (specifier === '#main') return 'main.ts'
  return specifier.startsWith('#') ? specifier.slice(1) : `npm:${specifier}`
}

/** Files that lie in `src/` itself put the parts together. */
const floorOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'main')

/** `platform/payments`, `sectors/traffic`; nothing for a file that lies on its floor outside every room. */
function roomOf(path: string): string | undefined {
  const [floor, room, ...rest] = path.split('/')
  return rest.length === 0 ? undefined : `${floor}/${room}`
}

/** What breaks the rules of the house, one line each. */
export function violations(imports: readonly Import[]): string[] {
  return [
    ...imports.flatMap((it) =>
      complaint(it) === undefined ? [] : [`${it.from} → ${it.to}: ${complaint(it)}`],
    ),
    ...circles(imports),
  ]
}

function complaint({ from, to }: Import): string | undefined {
  const floor = floorOf(from)
  if (to.startsWith('npm:')) {
    const name = to.slice('npm:'.length)
    return floor === 'kernel' && !kernelPackages.includes(name)
      ? 'the kernel computes, and touches nothing'
      : undefined
  }
  const other = floorOf(to)
  if (other === floor) {
    const strange = floor === 'sectors' && roomOf(from) !== roomOf(to) && to !== `${roomOf(to)}/index.ts`
    return strange ? 'a sector knows another one by its index.ts only' : undefined
  }
  return below[floor]?.includes(other) ? undefined : `${floor} must not import ${other}`
}

/**
 * Circles between rooms. What a room needs of another one's types alone does not count on the
 * platform's floor, where `Platform` itself names a type of nearly every room.
 */
function circles(imports: readonly Import[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { from, to, type } of imports) {
    const [a, b] = [roomOf(from), roomOf(to)]
    if (a === undefined || b === undefined || a === b || floorOf(from) !== floorOf(to)) continue
    if (type && floorOf(from) === 'platform') continue
    edges.set(a, (edges.get(a) ?? new Set()).add(b))
  }
  const found: string[] = []
  const done = new Set<string>()
  const walk = (room: string, path: readonly string[]): void => {
    const start = path.indexOf(room)
    if (start >= 0) found.push(`a circle: ${[...path.slice(start), room].join(' → ')}`)
    if (start >= 0 || done.has(room)) return
    for (const next of edges.get(room) ?? []) walk(next, [...path, room])
    done.add(room)
  }
  for (const room of edges.keys()) walk(room, [])
  return found
}
