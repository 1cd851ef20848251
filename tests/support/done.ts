const closers: (() => Promise<unknown>)[] = []

/** Calls `close` after the last test of this file. */
export const whenDone = (close: () => Promise<unknown>): void => void closers.push(close)

/** Closes what a test file opened; the set-up calls it after the last test of the file. */
export async function closeAll(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()))
}
