/** Drawings are bundled as their text: see bin/assets.mjs. */
declare module 'lucide-static/icons/*.svg' {
  const drawing: string
  export default drawing
}
