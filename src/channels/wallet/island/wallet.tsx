import { render } from 'preact'
import type { Start } from '../presented.ts'
import { WalletApp } from './part/wallet.tsx'

const root = document.getElementById('wallet')
const start = document.getElementById('start')?.textContent
// Without a worker it works as long as there is a connection.
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/wallet/keeper.js', { scope: '/wallet/' }).catch(() => undefined)
// `page-routes.ts` wrote it.
if (root && start) render(<WalletApp start={JSON.parse(start) as Start} />, root)
