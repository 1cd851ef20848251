import type { FromDecoder, ToDecoder } from '../../decoder-talk.ts'

/** Finds codes in pixels. */
export interface Decoder {
  /** The texts of the codes in a picture; it hands the pixels over and cannot use them again. */
  read(image: ImageData, thorough: boolean): Promise<readonly string[]>
}

/** Starts it at once, in a thread of its own, so that it is there when the first picture comes. */
export function startDecoder(script: string, wasm: string): Decoder {
  const worker = new Worker(script)
  const waiting = new Map<number, (texts: readonly string[]) => void>()
  let last = 0
  const say = (what: ToDecoder, transfer: Transferable[] = []) => worker.postMessage(what, transfer)
  worker.addEventListener('message', ({ data }: MessageEvent<FromDecoder>) => {
    if (data.kind !== 'read') return
    waiting.get(data.id)?.(data.texts)
    waiting.delete(data.id)
  })
  // A decoder that does not start reads nothing: the number and the text still work.
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer([])
    waiting.clear()
  })
  say({ kind: 'prepare', wasm: new URL(wasm, location.href).href })
  return {
    read: (image, thorough) =>
      new Promise((answer) => {
        last += 1
        waiting.set(last, answer)
        say({ kind: 'read', id: last, image, thorough }, [image.data.buffer])
      }),
  }
}
