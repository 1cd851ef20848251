/** The longest side that is looked at: a page that was photographed whole still has three pixels a module. */
const longest = 2400

/** The pixels of a picture, on white: a code may be drawn on nothing. Nothing when it is no picture. */
export async function pixelsOf(file: Blob): Promise<ImageData | undefined> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)]
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return undefined
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(picture, 0, 0, width, height)
    picture.close()
    return context.getImageData(0, 0, width, height)
  } catch {
    return undefined
  }
}

/** The middle square of what the camera sees, where people hold a code. */
export function pixelsOfFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const side = Math.min(video.videoWidth, video.videoHeight)
  const context = side > 0 ? canvas.getContext('2d', { willReadFrequently: true }) : null
  if (!context) return undefined
  canvas.width = side
  canvas.height = side
  const [x, y] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2]
  context.drawImage(video, x, y, side, side, 0, 0, side, side)
  return context.getImageData(0, 0, side, side)
}
