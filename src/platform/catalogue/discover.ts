import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Catalogue, catalogueOf, type Findings } from './catalogue.ts'
import { check } from './check.ts'

const sectorsFolder = resolve(import.meta.dirname, '../../sectors')
const definitionRooms = ['services', 'inquiries', 'procedures']
const rooms = [...definitionRooms, 'documents', 'holdings', 'operations', 'prompts', 'life-events']

/**
 * Finds and checks every definition of the sectors under `root`: nobody keeps a list.
 * Throws one error that names each file and what is wrong in it.
 */
export async function discover(root: string = sectorsFolder): Promise<Catalogue> {
  const findings = await find(root)
  const mistakes = check(findings)
  if (mistakes.length) throw new Error(`The catalogue has mistakes:\n  ${mistakes.join('\n  ')}`)
  return catalogueOf(findings)
}

/** What the files say, unchecked. */
export async function find(root: string = sectorsFolder): Promise<Findings> {
  const findings = {
    sectors: [] as Findings['sectors'][number][],
    definitions: [] as Findings['definitions'][number][],
    documents: [] as Findings['documents'][number][],
    operations: [] as Findings['operations'][number][],
    rates: [] as Findings['rates'][number][],
    lifeEvents: [] as Findings['lifeEvents'][number][],
    prompts: [] as Findings['prompts'][number][],
    holdings: [] as Findings['holdings'][number][],
  }
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .sort()
  const read = await Promise.all(
    files.filter(isPart).map(async (path) => {
      const full = join(root, path)
      const file = relative(process.cwd(), full)
      const it = (await import(/* @vite-ignore */ pathToFileURL(full).href)).default
      if (it === undefined) throw new Error(`${file}: has no default export`)
      return { file, it, room: roomOf(path), name: nameOf(path) }
    }),
  )
  // In the order of their names, whichever was read first: lists come out the same at every start.
  for (const { file, it, room, name } of read)
    if (name === 'sector') findings.sectors.push({ file, it })
    else if (name === 'rates')
      for (const key of Object.keys(it)) findings.rates.push({ file, name: key, rate: it[key] })
    else if (room === 'documents') findings.documents.push({ file, it })
    else if (room === 'holdings') findings.holdings.push({ file, it })
    else if (room === 'life-events') findings.lifeEvents.push({ file, it })
    else if (room === 'prompts') findings.prompts.push({ file, it })
    else if (room === 'operations') findings.operations.push({ file, it })
    else findings.definitions.push({ file, it })
  return findings
}

const roomOf = (path: string): string => basename(dirname(path))
const nameOf = (path: string): string => basename(path).replace(/\.tsx?$/, '')
const isPart = (path: string): boolean =>
  ['sector', 'rates'].includes(nameOf(path)) || rooms.includes(roomOf(path))
