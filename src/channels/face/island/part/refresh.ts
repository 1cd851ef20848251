/** What was done elsewhere has mostly arrived by then. Milliseconds. */
const firstLook = 1000

/**
 * `<div data-refresh="5">`: asks for the page again, soon at first, then every so many seconds, slower each
 * time, and shows it once that part has changed. Stops while the tab is not looked at.
 */
export function refreshWhileWaiting(): void {
  const part = document.querySelector<HTMLElement>('[data-refresh]')
  if (!part) return
  let seconds = Number(part.dataset.refresh) || 5
  const look = async (): Promise<void> => {
    if (document.visibilityState === 'visible') {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
      if (answer?.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        if (page.querySelector('[data-refresh]')?.textContent !== part.textContent) {
          location.reload()
          return
        }
      }
    }
    seconds = Math.min(seconds * 1.3, 60)
    setTimeout(look, seconds * 1000)
  }
  setTimeout(look, firstLook)
}
