/** Changes the appearance at once instead of loading the page anew. */
export function switchTheme(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-theme-form]')) return
    const chosen = event.submitter?.getAttribute('value')
    if (!chosen) return
    event.preventDefault()
    // The same cookie that the server sets; CookieStore is not everywhere yet.
    // biome-ignore lint/suspicious/noDocumentCookie: see above
    document.cookie = `theme=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`
    if (chosen === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = chosen
    for (const button of document.querySelectorAll('[data-theme-form] [aria-pressed]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('value') === chosen))
    }
  })
}
