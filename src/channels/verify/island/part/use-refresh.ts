import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Text } from '#kernel/text.ts'
import { appWords as words } from '../../app-words.ts'
import { refusalOf } from '../../refusal-words.ts'
import type { Reader } from './reader.ts'

/** How often the lists' age is looked at; they are fetched once they are past their time. Milliseconds. */
const lookEvery = 60_000

/** Fetches lists and keys when the page opens, when a connection comes, and whenever a list's time has passed. */
export function useRefresh(reader: Reader, online: boolean) {
  const { held } = reader
  const [refreshed, setRefreshed] = useState(0)
  const [refreshing, setRefreshing] = useState(false)
  const [refusal, setRefusal] = useState<Text>()
  const running = useRef<Promise<void> | undefined>(undefined)

  const refresh = useCallback(() => {
    running.current ??= (async () => {
      setRefreshing(true)
      const outcome = await held.refresh()
      setRefusal(outcome.reached ? refusalOf(outcome) : words.unreachable)
      setRefreshing(false)
      setRefreshed((count) => count + 1)
      running.current = undefined
    })()
    return running.current
  }, [held])

  useEffect(() => {
    if (online) void refresh()
  }, [online, refresh])

  useEffect(() => {
    const timer = setInterval(async () => {
      void reader.forget()
      if (!navigator.onLine) return
      const now = held.now()
      const lists = await held.lists()
      if (lists.length === 0 || lists.some(({ freshUntil }) => now >= freshUntil)) void refresh()
    }, lookEvery)
    return () => clearInterval(timer)
  }, [reader, held, refresh])

  return { refreshed, refreshing, refusal, refresh }
}
