import type { ComponentChildren } from 'preact'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { tell } from './words.ts'

interface PasskeyFormProps {
  readonly visit: Visit
  /** Use one, or make one. */
  readonly kind: 'get' | 'create'
  readonly action: string
  /** Where the browser asks what is wanted. */
  readonly options: string
  readonly words: string
  readonly look?: 'primary' | 'quiet'
  readonly hidden?: Readonly<Record<string, string>>
  readonly children?: ComponentChildren
}

/** A form that a passkey answers; it appears where the browser runs scripts and knows passkeys. */
export const PasskeyForm = (props: PasskeyFormProps) => (
  <form
    class="stack"
    method="post"
    action={props.action}
    data-passkey={props.kind}
    data-options={props.options}
    novalidate
    hidden
  >
    <HiddenInputs values={{ _csrf: props.visit.csrf, answer: '', ...props.hidden }} />
    {props.children}
    <p class="field-error" role="alert" data-passkey-trouble hidden>
      {tell('passkeyTrouble', props.visit.locale)}
    </p>
    <div>
      <Button look={props.look ?? 'quiet'} icon="key-round">
        {props.words}
      </Button>
    </div>
  </form>
)
