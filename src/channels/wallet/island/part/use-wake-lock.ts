import { useEffect } from 'preact/hooks'

/** Keeps the screen on while a code is shown, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let wanted = true
    const hold = async () => {
      if (document.hidden || !('wakeLock' in navigator)) return
      // Refused with a low battery: then the screen goes off as always.
      const held = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (wanted) lock = held
      else await held?.release()
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      wanted = false
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
