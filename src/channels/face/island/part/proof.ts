import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** Solves the puzzle of a visual code while the reader types it: `<input type="hidden" data-proof="{…}">`. */
export async function prove(): Promise<void> {
  // Browsers give no cryptography to a page that came without TLS; the code alone will do then.
  if (!window.isSecureContext) return
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-proof]')) {
    // Written by the server, which also checks what comes back.
    const challenge = JSON.parse(input.dataset.proof ?? '') as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    if (solution) input.value = btoa(JSON.stringify({ challenge, solution }))
  }
}
