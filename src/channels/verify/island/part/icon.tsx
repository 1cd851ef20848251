import good from 'lucide-static/icons/circle-check.svg'
import paused from 'lucide-static/icons/circle-pause.svg'
import unknown from 'lucide-static/icons/circle-question-mark.svg'
import bad from 'lucide-static/icons/circle-x.svg'
import clock from 'lucide-static/icons/clock-alert.svg'
import download from 'lucide-static/icons/download.svg'
import torch from 'lucide-static/icons/flashlight.svg'
import picture from 'lucide-static/icons/image-up.svg'
import printed from 'lucide-static/icons/printer.svg'
import refresh from 'lucide-static/icons/refresh-cw.svg'
import scan from 'lucide-static/icons/scan-line.svg'
import ready from 'lucide-static/icons/shield-check.svg'
import live from 'lucide-static/icons/smartphone.svg'
import warning from 'lucide-static/icons/triangle-alert.svg'
import person from 'lucide-static/icons/user-round.svg'
import offline from 'lucide-static/icons/wifi-off.svg'

const drawings = {
  clock,
  bad,
  good,
  paused,
  unknown,
  download,
  torch,
  picture,
  printed,
  refresh,
  scan,
  ready,
  live,
  warning,
  person,
  offline,
} as const

export type Drawn = keyof typeof drawings

/** Decoration: words stand beside it. */
export const Icon = ({ name }: { readonly name: Drawn }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    // The strokes come from the icon package, never from input.
    dangerouslySetInnerHTML={{ __html: strokes(drawings[name]) }}
  />
)

const strokes = (drawing: string): string => drawing.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
