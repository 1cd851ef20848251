import type { ComponentChildren } from 'preact'
import { formatInstant } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import { icon } from './icon.tsx'
import { fill, messagesFor } from './messages.ts'
import { Wording } from './wording.tsx'

export interface Moment {
  readonly state: 'done' | 'current' | 'ahead' | 'stopped'
  readonly title: string
  /** When it happened. */
  readonly at?: Date | undefined
  /** By when it must happen. */
  readonly by?: Date | undefined
  readonly body?: ComponentChildren
}

const marks = { done: 'check', current: 'clock', ahead: 'circle-dashed', stopped: 'x' } as const

/** Where something stands: what was, what is now, what comes. */
export function Timeline({
  moments,
  locale,
}: {
  readonly moments: readonly Moment[]
  readonly locale: Locale
}) {
  const m = messagesFor(locale).timeline
  return (
    <ol class="timeline">
      {moments.map(({ state, title, at, by, body }, index) => (
        <li
          key={index}
          class="moment"
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span class="moment-mark">{icon(marks[state])}</span>
          <div class="min-w-0 flex-1">
            <p class="moment-title">
              <span class="sr-only">{m[state]}: </span>
              <Wording>{title}</Wording>
            </p>
            {at && (
              <p class="muted text-sm">
                <time dateTime={at.toISOString()}>{formatInstant(at, locale)}</time>
              </p>
            )}
            {by && state !== 'done' && (
              <p class="muted text-sm">
                <time dateTime={by.toISOString()}>{fill(m.by, { when: formatInstant(by, locale) })}</time>
              </p>
            )}
            {body}
          </div>
        </li>
      ))}
    </ol>
  )
}
