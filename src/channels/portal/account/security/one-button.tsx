import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import type { Visit } from '#channels/face/visit.ts'

/** One button that posts one thing. */
export const OneButton = (props: {
  readonly visit: Visit
  readonly action: string
  readonly words: string
  /** What the button is about, for who hears it out of its row. */
  readonly of?: string
  readonly hidden?: Readonly<Record<string, string>>
}) => (
  <form method="post" action={props.action}>
    <HiddenInputs values={{ _csrf: props.visit.csrf, ...props.hidden }} />
    <Button look="quiet" {...(props.of ? { 'aria-label': `${props.words}: ${props.of}` } : {})}>
      {props.words}
    </Button>
  </form>
)
