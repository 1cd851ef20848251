import { useEffect, useRef, useState } from 'preact/hooks'

/** Seconds without a touch after which a session ends and is forgotten. */
export const silence = 60
/** From here on the page asks whether somebody is still there. */
export const asking = 15

/** The seconds that are left while `on`; every touch or key begins anew. At none, `over` is called, once. */
export function useSilence(on: boolean, over: () => void): number {
  const [left, setLeft] = useState(silence)
  const ending = useRef(over)
  ending.current = over
  useEffect(() => {
    if (!on) return undefined
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
      setLeft(silence)
    }
    touch()
    const timer = setInterval(() => {
      const now = Math.max(0, silence - Math.floor((Date.now() - touched) / 1000))
      setLeft(now)
      if (now > 0) return
      clearInterval(timer)
      ending.current()
    }, 500)
    document.addEventListener('pointerdown', touch, true)
    document.addEventListener('keydown', touch, true)
    return () => {
      clearInterval(timer)
      document.removeEventListener('pointerdown', touch, true)
      document.removeEventListener('keydown', touch, true)
    }
  }, [on])
  return left
}
