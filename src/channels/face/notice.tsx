import type { ComponentChildren } from 'preact'
import type { Tone } from '#platform/catalogue/block.ts'
import { icon } from './icon.tsx'
import { toneIcon } from './tone.ts'
import { Wording } from './wording.tsx'

interface NoticeProps {
  readonly tone: Tone
  readonly title?: string | undefined
  /** Read out at once when the page shows it after something that the reader did. */
  readonly announce?: boolean
  /** The answer of a page: larger. */
  readonly banner?: boolean
  readonly children?: ComponentChildren
}

export function Notice({ tone, title, announce, banner, children }: NoticeProps) {
  return (
    <div
      class={`notice tone-${tone}${banner ? ' verdict-banner' : ''}`}
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      {icon(toneIcon[tone])}
      <div class="min-w-0 flex-1">
        {title && (
          <p class="notice-title">
            <Wording>{title}</Wording>
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
