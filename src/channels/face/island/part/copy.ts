/** `<button data-copy="text" data-copied="Copied" hidden>` appears and copies. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      const words = button.querySelector('[data-copy-words]')
      if (words) words.textContent = button.dataset.copied ?? ''
    })
  }
}
