// Shows messages as they arrive, and copies codes. Without it the page reloads itself every few seconds.
const list = document.querySelector('[data-live]')

if (list) {
  const source = new EventSource(list.dataset.live)
  source.onmessage = (event) => {
    list.insertAdjacentHTML('beforeend', JSON.parse(event.data))
    list.hidden = false
    document.querySelector('[data-empty]')?.remove()
    list.lastElementChild.scrollIntoView({ block: 'nearest' })
  }
  list.lastElementChild?.scrollIntoView({ block: 'nearest' })
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy)
  button.textContent = button.dataset.copied
})
