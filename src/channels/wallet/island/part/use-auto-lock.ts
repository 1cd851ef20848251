import { useEffect } from 'preact/hooks'

/** Out of sight for this long, or in sight and untouched for that long: it locks. */
const hiddenFor = 60_000
const idleFor = 5 * 60_000
const touches = ['pointerdown', 'keydown', 'scroll'] as const

/** Locks a wallet that is put away. */
export function useAutoLock(open: boolean, lock: () => void): void {
  useEffect(() => {
    if (!open) return undefined
    let timer = setTimeout(lock, idleFor)
    const wait = (time: number) => {
      clearTimeout(timer)
      timer = setTimeout(lock, time)
    }
    let hiddenAt = 0
    const seen = () => {
      if (document.hidden) {
        hiddenAt = Date.now()
        wait(hiddenFor)
        // A phone may have stopped the clock of a page that it does not show.
      } else if (hiddenAt > 0 && Date.now() - hiddenAt > hiddenFor) lock()
      else wait(idleFor)
    }
    const touched = () => {
      if (!document.hidden) wait(idleFor)
    }
    document.addEventListener('visibilitychange', seen)
    for (const kind of touches) addEventListener(kind, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
      for (const kind of touches) removeEventListener(kind, touched)
    }
  }, [open, lock])
}
