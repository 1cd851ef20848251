import { useEffect, useRef, useState } from 'preact/hooks'
import type { Text } from '#kernel/text.ts'
import { packedIn } from '#platform/documents/credential/qr.ts'
import { appWords as words } from '../../app-words.ts'
import { verifyWords } from '../../words.ts'
import { HeldView } from './held-view.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { NumberForm, TextForm } from './other-ways.tsx'
import { pixelsOf } from './picture.ts'
import { PurposeChoice } from './purpose-choice.tsx'
import { useSession, useWords } from './session.ts'

/** What to know, and the ways to give a code. */
export function HomeView({ trouble }: { readonly trouble: Text | undefined }) {
  const { able, go } = useSession()
  const say = useWords()
  const { take, reading, refused } = usePictures()
  const said = refused ?? trouble
  return (
    <div class="narrow stack">
      <header class="stack stack-tight">
        <h1>{say(words.title)}</h1>
        <p class="lead">{say(words.lead)}</p>
      </header>
      {!able && (
        <Notice tone="warning" icon="warning">
          <p>{say(words.cannotCheck)}</p>
        </Notice>
      )}
      <section class="sheet stack" hidden={!able}>
        <PurposeChoice />
        <div class="stack stack-tight">
          <button type="button" class="btn btn-primary verifier-scan" onClick={() => go({ at: 'camera' })}>
            <Icon name="scan" />
            {say(words.scan)}
          </button>
          <label class="btn btn-quiet verifier-file">
            <Icon name="picture" />
            {say(words.picture)}
            <input
              type="file"
              accept="image/*"
              class="sr-only"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                currentTarget.value = ''
                if (file) void take(file)
              }}
            />
          </label>
          <p class="field-hint">{say(words.pasteHint)}</p>
        </div>
        <div class="verifier-said" role="status">
          {reading && <p>{say(words.reading)}</p>}
          {said && !reading && (
            <Notice tone="warning" icon="warning">
              <p>{say(said)}</p>
            </Notice>
          )}
        </div>
      </section>
      <details class="sheet verifier-way">
        <summary>{say(verifyWords.byNumber)}</summary>
        <NumberForm />
      </details>
      {able && (
        <details class="sheet verifier-way">
          <summary>{say(verifyWords.byText)}</summary>
          <TextForm />
        </details>
      )}
      <HeldView />
    </div>
  )
}

/** Pictures that are chosen, pasted or dropped, and pasted texts. */
function usePictures() {
  const { decoder, onText, able } = useSession()
  const [reading, setReading] = useState(false)
  const [refused, setRefused] = useState<Text>()

  async function take(file: Blob): Promise<void> {
    setReading(true)
    setRefused(undefined)
    const image = await pixelsOf(file)
    const texts = image ? await decoder.read(image, true) : []
    const distinct = [...new Set(texts)]
    const ours = distinct.filter((text) => packedIn(text).ok)
    const [only] = ours.length > 0 ? ours : distinct
    setReading(false)
    if (!image) setRefused(words.noPicture)
    else if (only === undefined) setRefused(words.noCode)
    else if (ours.length > 1) setRefused(words.manyCodes)
    else onText(only, 'home')
  }
  const latest = useRef(take)
  latest.current = take

  useEffect(() => {
    if (!able) return
    const given = (data: DataTransfer | null, event: Event) => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      const [file] = data?.files ?? []
      const text = data?.getData('text/plain').trim()
      if (file?.type.startsWith('image/')) void latest.current(file)
      else if (text && !inField) onText(text, 'home')
      else return
      event.preventDefault()
    }
    const paste = (event: ClipboardEvent) => given(event.clipboardData, event)
    const drop = (event: DragEvent) => given(event.dataTransfer, event)
    // Without this the browser opens a dropped picture in place of the page.
    const over = (event: DragEvent) => event.preventDefault()
    addEventListener('paste', paste)
    addEventListener('drop', drop)
    addEventListener('dragover', over)
    return () => {
      removeEventListener('paste', paste)
      removeEventListener('drop', drop)
      removeEventListener('dragover', over)
    }
  }, [able, onText])

  return { take, reading, refused }
}
