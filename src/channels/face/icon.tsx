import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { VNode } from 'preact'

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')
const drawn = new Map<string, string>()

/** What points along the line of reading, and so turns round in Arabic. */
const directional =
  /^(arrow|chevron|move|circle-arrow|corner|square-arrow)[-a-z]*(left|right)|^(log-in|log-out|undo|redo|reply|send|forward|list|text-search|door-open)/

/** The strokes of a Lucide icon. Throws when there is none of that name. */
function strokes(name: string): string {
  const known = drawn.get(name)
  if (known !== undefined) return known
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`not an icon's name: ${name}`)
  const inner = readFileSync(join(folder, `${name}.svg`), 'utf8')
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/\s*\n\s*/g, '')
  drawn.set(name, inner)
  return inner
}

/** A Lucide icon, inlined; decoration only, so words must stand beside it or on its link. */
export function icon(name: string, { class: extra = '' }: { readonly class?: string } = {}): VNode {
  const turn = directional.test(name) ? ' icon-directional' : ''
  return (
    <svg
      class={`icon${turn}${extra && ` ${extra}`}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      // The strokes come from the icon package, never from input.
      dangerouslySetInnerHTML={{ __html: strokes(name) }}
    />
  )
}
