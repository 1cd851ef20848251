import { useEffect, useState } from 'preact/hooks'
import { liveCode, untilNext } from './live-code.ts'
import type { Phone } from './phone.ts'

/** A code that is signed anew every twenty seconds, and how many seconds the one of now is shown for. */
export function useLiveCode(
  phone: Phone | undefined,
  it: { readonly credential: string | undefined; readonly origin: string; readonly tell: boolean },
): { readonly code: string | undefined; readonly left: number } {
  const { credential, origin, tell } = it
  const [code, setCode] = useState<string>()
  const [left, setLeft] = useState(0)
  useEffect(() => {
    setCode(undefined)
    if (!phone || credential === undefined) return undefined
    let current = true
    let next: ReturnType<typeof setTimeout> | undefined
    const sign = async () => {
      clearTimeout(next)
      const at = new Date()
      const made = await liveCode(phone, { credential, origin, tell, at })
      if (!current) return
      setCode(made)
      setLeft(Math.ceil(untilNext(Date.now()) / 1000))
      next = setTimeout(sign, untilNext(Date.now()))
    }
    // What stood on a screen that was put away is stale.
    const seen = () => (document.hidden ? setCode(undefined) : void sign())
    void sign()
    const seconds = setInterval(() => setLeft(Math.ceil(untilNext(Date.now()) / 1000)), 1000)
    document.addEventListener('visibilitychange', seen)
    return () => {
      current = false
      clearTimeout(next)
      clearInterval(seconds)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [phone, credential, origin, tell])
  return { code, left }
}
