/** A fingerprint reader, as the shell of a workstation puts it on the page; it answers what it sealed for the matcher. */
interface Reader {
  capture(signal: AbortSignal): Promise<string>
}

/** The shell's reader, where there is one. */
const reader = (): Reader | undefined =>
  // The shell puts it there; no type of the browser's knows it.
  (window as unknown as { readonly diwanReader?: Reader }).diwanReader

/** `<form data-finger>` with a hidden `capture`: sending it first asks the workstation's reader for a finger. */
export function fingers(): void {
  const real = reader()
  if (!real) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-finger]')) {
    const capture = form.querySelector<HTMLInputElement>('input[name=capture]')
    const button = form.querySelector('button')
    form.addEventListener('submit', (event) => {
      if (capture?.value !== '') return
      event.preventDefault()
      button?.setAttribute('aria-busy', 'true')
      real.capture(new AbortController().signal).then(
        (sealed) => {
          capture.value = sealed
          form.submit()
        },
        () => button?.removeAttribute('aria-busy'),
      )
    })
  }
}
