import type { ComponentChildren } from 'preact'
import type { Tone } from '#platform/catalogue/block.ts'
import { type Drawn, Icon } from './icon.tsx'

/** As the notice of every page, drawn in the browser. */
export const Notice = ({
  tone,
  icon,
  children,
  announce = false,
}: {
  readonly tone: Tone
  readonly icon: Drawn
  readonly children: ComponentChildren
  readonly announce?: boolean
}) => (
  <div class={`notice tone-${tone}`} role={announce ? 'status' : undefined}>
    <Icon name={icon} />
    <div class="min-w-0 flex-1">{children}</div>
  </div>
)
