import { copyButtons } from './part/copy.ts'
import { keepTyping } from './part/keep-typing.ts'
import { closeMenus } from './part/menus.ts'
import { nearest } from './part/nearest.ts'
import { printButtons } from './part/print.ts'
import { refreshWhileWaiting } from './part/refresh.ts'
import { submitOnce } from './part/submit-once.ts'
import { suggest } from './part/suggest.ts'
import { switchTheme } from './part/theme.ts'

// What the pages gain where scripts run; each works without.
switchTheme()
submitOnce()
keepTyping()
closeMenus()
copyButtons()
printButtons()
suggest()
refreshWhileWaiting()
nearest()
document.querySelector<HTMLElement>('[data-focus]')?.focus()
if (document.querySelector('[data-proof]')) void import('./part/proof.ts').then((part) => part.prove())
if (document.querySelector('[data-finger]')) void import('./part/finger.ts').then((part) => part.fingers())
if (document.querySelector('[data-passkey]')) void import('./part/passkey.ts').then((part) => part.passkeys())
