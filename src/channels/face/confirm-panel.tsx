import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from './button.tsx'

interface ConfirmPanelProps {
  readonly title: string
  readonly action: string
  readonly confirm: string
  readonly cancel: { readonly label: string; readonly href: string }
  /** Cannot be taken back. */
  readonly danger?: boolean
  /** Posted along: the idempotency key, the CSRF token. */
  readonly hidden?: Readonly<Record<string, string>>
  /** What will happen, and any fields. */
  readonly children?: ComponentChildren
}

/** Asks once more before something that matters, on the page itself. */
export const ConfirmPanel = (props: ConfirmPanelProps) => (
  <form class="sheet stack narrow" method="post" action={props.action} novalidate>
    <h2>{props.title}</h2>
    {props.children}
    <HiddenInputs values={props.hidden} />
    <div class="row">
      <Button look={props.danger ? 'danger' : 'primary'}>{props.confirm}</Button>
      <LinkButton look="plain" href={props.cancel.href}>
        {props.cancel.label}
      </LinkButton>
    </div>
  </form>
)

/** Inputs that nobody sees. */
export const HiddenInputs = ({
  values = {},
}: {
  readonly values?: Readonly<Record<string, string>> | undefined
}) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)
