const common = "base-uri 'none'; frame-ancestors 'none'"

/** As strict as every page's, but for the decoder: it is WebAssembly, and the camera is this page's alone. */
export const appPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; ${common}`

/** For the scripts that run beside it. */
export const workerPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; ${common}`

export const appPermissions = 'camera=(self), microphone=(), geolocation=()'
