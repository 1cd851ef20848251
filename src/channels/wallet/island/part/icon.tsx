import back from 'lucide-static/icons/arrow-left.svg'
import paper from 'lucide-static/icons/file-text.svg'
import finger from 'lucide-static/icons/fingerprint-pattern.svg'
import lock from 'lucide-static/icons/lock.svg'
import code from 'lucide-static/icons/qr-code.svg'
import refresh from 'lucide-static/icons/refresh-cw.svg'
import settings from 'lucide-static/icons/sliders-horizontal.svg'
import phone from 'lucide-static/icons/smartphone.svg'
import trash from 'lucide-static/icons/trash-2.svg'
import offline from 'lucide-static/icons/wifi-off.svg'
import close from 'lucide-static/icons/x.svg'

const drawings = {
  back,
  close,
  code,
  finger,
  lock,
  offline,
  paper,
  phone,
  refresh,
  settings,
  trash,
} as const

export type Drawn = keyof typeof drawings

/** Decoration: words stand beside it, or name the button around it. */
export const Icon = ({ name }: { readonly name: Drawn }) => (
  <svg
    class={name === 'back' ? 'icon icon-directional' : 'icon'}
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
