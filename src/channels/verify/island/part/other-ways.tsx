import { useState } from 'preact/hooks'
import type { Text } from '#kernel/text.ts'
import { appWords as words } from '../../app-words.ts'
import { verifyWords } from '../../words.ts'
import { askNumber } from './ask-number.ts'
import { Notice } from './notice.tsx'
import { useSession, useWords } from './session.ts'

const typedIn = (form: HTMLFormElement, name: string): string =>
  String(new FormData(form).get(name) ?? '').trim()

/** The number and the six characters beside it; the server alone knows them. */
export function NumberForm() {
  const { go } = useSession()
  const say = useWords()
  const [trouble, setTrouble] = useState<Text>()
  const [busy, setBusy] = useState(false)

  async function send(form: HTMLFormElement): Promise<void> {
    const [number, code] = [typedIn(form, 'number'), typedIn(form, 'verificationCode')]
    if (!number || !code) return setTrouble(number ? verifyWords.codeMissing : verifyWords.numberMissing)
    setBusy(true)
    const said = await askNumber(number, code)
    setBusy(false)
    if ('answer' in said) go({ at: 'number', answer: said.answer })
    else setTrouble(said.trouble)
  }
  return (
    <form
      class="stack mt-4"
      noValidate
      onInput={() => setTrouble(undefined)}
      onSubmit={(event) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
    >
      <p class="field-hint">{say(words.byNumberHint)}</p>
      <Line name="number" label={verifyWords.number} hint={verifyWords.numberHint} max={40} />
      <Line name="verificationCode" label={verifyWords.code} hint={verifyWords.codeHint} max={12} />
      <Trouble text={trouble} />
      <button type="submit" class="btn btn-primary" aria-busy={busy}>
        {say(words.check)}
      </button>
    </form>
  )
}

/** What another app read off a code. */
export function TextForm() {
  const { onText } = useSession()
  const say = useWords()
  const [trouble, setTrouble] = useState<Text>()
  return (
    <form
      class="stack mt-4"
      noValidate
      onInput={() => setTrouble(undefined)}
      onSubmit={(event) => {
        event.preventDefault()
        const text = typedIn(event.currentTarget, 'code')
        if (text) onText(text, 'home')
        else setTrouble(verifyWords.textMissing)
      }}
    >
      <div class="field">
        <label class="field-label" for="verifier-code">
          {say(verifyWords.text)}
        </label>
        <p class="field-hint" id="verifier-code-hint">
          {say(verifyWords.textHint)}
        </p>
        <textarea
          id="verifier-code"
          name="code"
          class="textarea w-full"
          dir="ltr"
          rows={4}
          maxLength={5000}
          spellcheck={false}
          aria-describedby="verifier-code-hint"
        />
      </div>
      <Trouble text={trouble} />
      <button type="submit" class="btn btn-primary">
        {say(words.check)}
      </button>
    </form>
  )
}

interface LineProps {
  readonly name: string
  readonly label: Text
  readonly hint: Text
  readonly max: number
}

function Line({ name, label, hint, max }: LineProps) {
  const say = useWords()
  const id = `verifier-${name}`
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {say(label)}
      </label>
      <p class="field-hint" id={`${id}-hint`}>
        {say(hint)}
      </p>
      <input
        id={id}
        name={name}
        class="input"
        dir="ltr"
        maxLength={max}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
      />
    </div>
  )
}

function Trouble({ text }: { readonly text: Text | undefined }) {
  const say = useWords()
  return (
    <div class="verifier-said" role="alert">
      {text && (
        <Notice tone="warning" icon="warning">
          <p>{say(text)}</p>
        </Notice>
      )}
    </div>
  )
}
