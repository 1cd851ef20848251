interface Suggestion {
  readonly title: string
  readonly href: string
}

/** Suggestions under a search field as one types (a combobox): arrows, Enter, Escape. */
export function suggest(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
    const input = form.querySelector<HTMLInputElement>('input[type=search]')
    const from = form.dataset.suggest
    if (input && from) attach(form, input, from)
  }
}

function attach(form: HTMLFormElement, input: HTMLInputElement, from: string): void {
  const list = document.createElement('ul')
  list.className = 'finder-list'
  list.role = 'listbox'
  list.id = `${input.id}-list`
  list.ariaLabel = form.dataset.suggestions ?? ''
  list.hidden = true
  form.append(list)
  input.role = 'combobox'
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-autocomplete', 'list')

  let at = -1
  let asked = new AbortController()
  let pause: ReturnType<typeof setTimeout> | undefined
  const options = () => [...list.children] as HTMLElement[]

  const show = (found: readonly Suggestion[]): void => {
    at = -1
    list.replaceChildren(
      ...found.map(({ title, href }, index) => {
        const option = document.createElement('li')
        option.role = 'option'
        option.id = `${list.id}-${index}`
        option.dataset.href = href
        option.textContent = title
        return option
      }),
    )
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (next: number): void => {
    at = next
    options().forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at))
      if (index === at) input.setAttribute('aria-activedescendant', option.id)
    })
  }
  const go = (option: HTMLElement | undefined): boolean => {
    if (!option?.dataset.href) return false
    location.assign(option.dataset.href)
    return true
  }

  show([])
  input.addEventListener('input', () => {
    clearTimeout(pause)
    asked.abort()
    const words = input.value.trim()
    if (words.length < 2) return show([])
    pause = setTimeout(async () => {
      asked = new AbortController()
      try {
        const answer = await fetch(`${from}${from.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`, {
          signal: asked.signal,
        })
        // The channel that names the address in `data-suggest` answers in this shape.
        if (answer.ok) show(((await answer.json()) as Suggestion[]).slice(0, 7))
      } catch {
        show([])
      }
    }, 120)
  })
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (list.hidden) return
    if (event.key === 'ArrowDown') choose((at + 1) % count)
    else if (event.key === 'ArrowUp') choose((at - 1 + count) % count)
    else if (event.key === 'Escape') show([])
    else if (!(event.key === 'Enter' && go(options()[at]))) return
    event.preventDefault()
  })
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    go((event.target as HTMLElement).closest<HTMLElement>('[role=option]') ?? undefined)
  })
  input.addEventListener('blur', () => show([]))
}
