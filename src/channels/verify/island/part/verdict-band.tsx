import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Tone } from '#platform/catalogue/block.ts'
import { type Drawn, Icon } from './icon.tsx'

interface VerdictBandProps {
  readonly tone: Tone
  readonly icon: Drawn
  readonly title: string
  readonly children: ComponentChildren
}

/** The answer, readable at arm's length: colour, shape and words. The focus moves to it, so it is read out; so is what a newer list changes in it. */
export function VerdictBand({ tone, icon, title, children }: VerdictBandProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header class={`verifier-verdict tone-${tone}`} aria-live="polite">
      <Icon name={icon} />
      <div class="min-w-0 flex-1">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </header>
  )
}
