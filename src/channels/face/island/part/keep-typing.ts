const prefix = 'typed:'
const kept = ({ type, name }: HTMLInputElement): boolean =>
  name !== '' && !name.startsWith('_') && !['hidden', 'password', 'file', 'submit'].includes(type)

/**
 * Keeps what was typed in a form marked `data-keep` on this device until it is sent, so that a change of
 * language, a lost connection or a closed tab costs nothing. Never passwords, files or codes.
 */
export function keepTyping(): void {
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/sign-out'))
      sessionStorage.clear()
  })
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    const key = prefix + (form.dataset.keep || location.pathname)
    restore(form, key)
    form.addEventListener('input', () => save(form, key))
    form.addEventListener('submit', () => sessionStorage.removeItem(key))
  }
}

const inputsOf = (form: HTMLFormElement): HTMLInputElement[] =>
  // All three kinds have the name, value and type that are used here; only inputs have `checked`.
  [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(kept)

const isMark = (input: HTMLInputElement): boolean => input.type === 'radio' || input.type === 'checkbox'

function save(form: HTMLFormElement, key: string): void {
  const typed = inputsOf(form).flatMap((input) =>
    isMark(input) ? (input.checked ? [[input.name, input.value]] : []) : [[input.name, input.value]],
  )
  sessionStorage.setItem(key, JSON.stringify(typed))
}

function restore(form: HTMLFormElement, key: string): void {
  const saved = sessionStorage.getItem(key)
  // Answers that the server sent back, with their errors, are newer.
  if (!saved || document.querySelector('[data-focus]')) return
  // Only `save` writes under this key.
  const typed = JSON.parse(saved) as [name: string, value: string][]
  for (const input of inputsOf(form)) {
    const values = typed.filter(([name]) => name === input.name).map(([, value]) => value)
    if (isMark(input)) input.checked = values.includes(input.value)
    else if (values[0] !== undefined) input.value = values[0]
  }
  const told = form.querySelector<HTMLElement>('[data-kept-notice]')
  if (told) told.hidden = false
}
