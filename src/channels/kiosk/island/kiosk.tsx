import { render } from 'preact'
import type { Start } from '../presented.ts'
import { Kiosk } from './part/kiosk.tsx'

const root = document.getElementById('kiosk')
const start = document.getElementById('start')?.textContent
// No menu, no copying, no dragging; and a page that the browser had put aside is not shown again.
for (const kind of ['contextmenu', 'dragstart', 'selectstart', 'copy'])
  document.addEventListener(kind, (event) => event.preventDefault())
addEventListener('pageshow', (event) => {
  if (event.persisted) location.replace('/kiosk')
})
// `page-routes.ts` wrote it.
if (root && start) render(<Kiosk start={JSON.parse(start) as Start} />, root)
