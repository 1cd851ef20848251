import type { Locale } from '#kernel/text.ts'
import type { Tone } from '#platform/catalogue/block.ts'
import { icon } from './icon.tsx'
import type { Messages } from './messages/messages.ts'
import { messagesFor } from './messages.ts'
import { toneIcon } from './tone.ts'

export type PillTone = Tone | 'quiet'

interface StatusPillProps {
  readonly tone: PillTone
  readonly words: string
  readonly icon?: string
}

/** A state in a word, a shape and a colour. */
export function StatusPill({ tone, words, icon: mark }: StatusPillProps) {
  return (
    <span class={`pill tone-${tone}`}>
      {icon(mark ?? (tone === 'quiet' ? 'circle-dashed' : toneIcon[tone]))}
      {words}
    </span>
  )
}

export type RequestStatus = keyof Messages['status']

const looks: Readonly<Record<RequestStatus, readonly [PillTone, string]>> = {
  draft: ['quiet', 'pencil'],
  'in-progress': ['neutral', 'clock'],
  fulfilled: ['good', 'circle-check'],
  rejected: ['bad', 'circle-x'],
  cancelled: ['quiet', 'circle-slash'],
  expired: ['warning', 'hourglass'],
}

/** The status of a request, in the words of the chrome. */
export function RequestStatusPill({
  status,
  locale,
}: {
  readonly status: RequestStatus
  readonly locale: Locale
}) {
  const [tone, mark] = looks[status]
  return <StatusPill tone={tone} icon={mark} words={messagesFor(locale).status[status]} />
}
