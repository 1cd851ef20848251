import { useEffect, useRef, useState } from 'preact/hooks'
import { appWords as words } from '../../app-words.ts'
import { Icon } from './icon.tsx'
import { pixelsOfFrame } from './picture.ts'
import { useSession, useWords } from './session.ts'

const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
}

/** Looks through the camera until it sees a code. */
export function CameraView() {
  const { go, decoder, onText, judged } = useSession()
  const say = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [track, setTrack] = useState<MediaStreamTrack>()

  useEffect(() => {
    let ended = false
    let stream: MediaStream | undefined
    const canvas = document.createElement('canvas')
    /** The code that was judged last may still be in view: it is passed over until another one is. */
    let passed = judged()

    async function look(): Promise<void> {
      while (!ended) {
        const image = video.current ? pixelsOfFrame(video.current, canvas) : undefined
        const texts = image ? await decoder.read(image, false) : []
        const found = texts.find((text) => text !== passed)
        if (ended) return
        if (found !== undefined) return onText(found, 'camera')
        await new Promise((next) => setTimeout(next, image ? 30 : 100))
      }
    }
    async function begin(): Promise<void> {
      try {
        stream = await navigator.mediaDevices.getUserMedia(wanted)
        if (ended || !video.current) return end()
        video.current.srcObject = stream
        setTrack(stream.getVideoTracks()[0])
        await video.current.play()
        await look()
      } catch (error) {
        const denied = error instanceof DOMException && error.name === 'NotAllowedError'
        if (!ended) go({ at: 'home', trouble: denied ? words.cameraDenied : words.cameraMissing })
      }
    }
    function end(): void {
      ended = true
      passed = undefined
      for (const one of stream?.getTracks() ?? []) one.stop()
    }
    void begin()
    return end
  }, [])

  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {say(words.scanTitle)}
      </h1>
      <div class="verifier-camera">
        <video ref={video} playsInline muted />
        <span class="verifier-frame" aria-hidden="true" />
      </div>
      <p role="status">{say(words.scanHint)}</p>
      <div class="row">
        <button type="button" class="btn btn-quiet" onClick={() => go({ at: 'home' })}>
          {say(words.cancel)}
        </button>
        {track && <Torch track={track} />}
      </div>
    </div>
  )
}

/** The lamp of the phone, where it can be switched; the library for pages does not declare it. */
function Torch({ track }: { readonly track: MediaStreamTrack }) {
  const say = useWords()
  const [on, setOn] = useState(false)
  const { torch } = track.getCapabilities() as { torch?: boolean }
  if (!torch) return null
  const turn = () => {
    const advanced = [{ torch: !on } as MediaTrackConstraintSet]
    void track.applyConstraints({ advanced }).then(() => setOn(!on))
  }
  return (
    <button type="button" class="btn btn-quiet" aria-pressed={on} onClick={turn}>
      <Icon name="torch" />
      {say(words.torch)}
    </button>
  )
}
