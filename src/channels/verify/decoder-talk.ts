/** What a page says to the decoder. */
export type ToDecoder =
  | { readonly kind: 'prepare'; readonly wasm: string }
  | { readonly kind: 'read'; readonly id: number; readonly image: ImageData; readonly thorough: boolean }

/** What the decoder answers: the texts of the codes in a picture, none when there are none. */
export type FromDecoder =
  | { readonly kind: 'prepared'; readonly ready: boolean }
  | { readonly kind: 'read'; readonly id: number; readonly texts: readonly string[] }
