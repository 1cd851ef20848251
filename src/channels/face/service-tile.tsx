import type { ComponentChildren } from 'preact'
import { icon } from './icon.tsx'

interface ServiceTileProps {
  readonly href: string
  readonly title: string
  readonly summary?: string | undefined
  readonly icon?: string
  /** A pill or a few words under the summary. */
  readonly children?: ComponentChildren
}

/** One thing that can be done, in a list of them. */
export const ServiceTile = ({ href, title, summary, icon: mark, children }: ServiceTileProps) => (
  <a class="tile" href={href}>
    {mark && <span class="tile-mark">{icon(mark)}</span>}
    <span class="min-w-0 flex-1">
      <span class="tile-title">{title}</span>
      {summary && <span class="tile-body">{summary}</span>}
      {children}
    </span>
  </a>
)
