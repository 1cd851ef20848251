import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

/**
 * `<form data-passkey="get|create" data-options="/address" hidden>` appears where the browser knows passkeys.
 * Sending it asks the server what is wanted, the person for their finger, face or PIN, and posts the answer.
 */
export function passkeys(): void {
  if (!browserSupportsWebAuthn()) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void ask(form)
    })
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const { passkey, options: address = '' } = form.dataset
  const trouble = form.querySelector<HTMLElement>('[data-passkey-trouble]')
  const button = form.querySelector('button')
  const answer = form.querySelector<HTMLInputElement>('input[name=answer]')
  const csrf = form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  if (!answer) return
  if (trouble) trouble.hidden = true
  button?.setAttribute('aria-busy', 'true')
  try {
    const reply = await fetch(address, { method: 'POST', headers: { 'x-csrf-token': csrf } })
    if (!reply.ok) throw new Error(`options: ${reply.status}`)
    const given: unknown = await reply.json()
    const made =
      // The server writes the options, for the ceremony that the form names.
      passkey === 'create'
        ? await startRegistration({ optionsJSON: given as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({ optionsJSON: given as PublicKeyCredentialRequestOptionsJSON })
    // What an extension yields stays on the device.
    answer.value = JSON.stringify({ ...made, clientExtensionResults: {} })
    form.submit()
  } catch {
    // Closed by the person, no passkey here, or no connection: they can try again.
    button?.removeAttribute('aria-busy')
    if (trouble) trouble.hidden = false
  }
}
