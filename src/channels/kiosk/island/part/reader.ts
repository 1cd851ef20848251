/** The finger's reader, as the device's shell puts it on the page. It answers what it sealed for the matcher. */
interface Reader {
  capture(signal: AbortSignal): Promise<string>
}

declare global {
  interface Window {
    readonly diwanReader?: Reader
  }
}

export const reader = (): Reader | undefined => window.diwanReader

/** What a played reader takes: nothing of a finger. */
export const playedCapture = 'played'
