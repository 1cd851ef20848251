import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import type { ToDecoder } from '../decoder-talk.ts'

// Reads QR codes off pixels, away from the page, so that the picture of the camera does not stutter.

/** Of a camera's frames there are many, so each is looked at briefly; of a picture there is one. */
const quickly: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: 2, tryHarder: false }
const thoroughly: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: 4, tryHarder: true }

addEventListener('message', async ({ data }: MessageEvent<ToDecoder>) => {
  if (data.kind === 'prepare') {
    // The page is self-hosted in every part: the decoder's own default would ask another site.
    const overrides = { locateFile: () => data.wasm }
    const ready = await prepareZXingModule({ overrides, fireImmediately: true }).then(
      () => true,
      () => false,
    )
    postMessage({ kind: 'prepared', ready })
    return
  }
  const texts = await readBarcodes(data.image, data.thorough ? thoroughly : quickly).then(
    (found) => found.filter(({ isValid }) => isValid).map(({ text }) => text),
    () => [],
  )
  postMessage({ kind: 'read', id: data.id, texts })
})
