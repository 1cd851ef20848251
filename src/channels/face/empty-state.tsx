import type { ComponentChildren } from 'preact'
import { icon } from './icon.tsx'

interface EmptyStateProps {
  readonly icon?: string
  readonly words: string
  /** What to do instead. */
  readonly children?: ComponentChildren
}

export const EmptyState = ({ icon: mark = 'inbox', words, children }: EmptyStateProps) => (
  <div class="empty">
    {icon(mark)}
    <p>{words}</p>
    {children}
  </div>
)
