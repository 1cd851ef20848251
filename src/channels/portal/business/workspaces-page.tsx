import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { icon } from '#channels/face/icon.tsx'
import { fill, messagesFor } from '#channels/face/messages.ts'
import { paths } from '#channels/face/paths.ts'
import type { Visit } from '#channels/face/visit.ts'
import { actingHolder, delegated, holderOf, type PersonPrincipal } from '#platform/authority/principal.ts'
import type { Workspace } from '#platform/authority/workspace.ts'
import { tell } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly workspaces: readonly Workspace[]
  /** Where one goes on after the switch. */
  readonly to: string
}

/** In whose name one can work, oneself first; the present one is marked. */
export function WorkspaceList({ visit, by, workspaces, to }: Props & { readonly by: PersonPrincipal }) {
  const { locale } = visit
  return (
    <ul class="lines">
      <li class="line">
        <Label
          mark="circle-user-round"
          name={tell('individual', locale)}
          detail={tell('individualDetail', locale)}
        />
        {by.actingFor ? (
          <form method="post" action={paths.stopActing}>
            <HiddenInputs values={{ _csrf: visit.csrf, next: to }} />
            <SwitchButton visit={visit} name={tell('individual', locale)} />
          </form>
        ) : (
          <Here visit={visit} />
        )}
      </li>
      {workspaces.map((one) => (
        <WorkspaceLine key={one.id} visit={visit} one={one} to={to} here={isHere(by, one)} />
      ))}
    </ul>
  )
}

/** One workspace, by whose it is and one's right in it, with the way in. */
export function WorkspaceLine({
  visit,
  one,
  to,
  here = false,
}: Pick<Props, 'visit' | 'to'> & { readonly one: Workspace; readonly here?: boolean }) {
  const { locale } = visit
  const { actingFor } = one
  const name = one.name[locale]
  const detail =
    actingFor.kind === 'person' || actingFor.right.as === 'over'
      ? tell('forPerson', locale)
      : messagesFor(locale).acting.rights[actingFor.right.as]
  return (
    <li class="line">
      <Label
        mark={actingFor.kind === 'person' ? 'user-round-check' : 'building-2'}
        name={name}
        detail={detail}
      />
      {here ? (
        <Here visit={visit} />
      ) : (
        <form method="post" action="/acting">
          <HiddenInputs values={{ _csrf: visit.csrf, workspace: one.id, next: to }} />
          <SwitchButton visit={visit} name={name} />
        </form>
      )}
    </li>
  )
}

const Label = (props: { readonly mark: string; readonly name: string; readonly detail: string }) => (
  <>
    <span class="tile-mark">{icon(props.mark)}</span>
    <span class="min-w-0 flex-1 basis-40">
      <span class="tile-title">
        <bdi>{props.name}</bdi>
      </span>
      <span class="tile-body">{props.detail}</span>
    </span>
  </>
)

const Here = ({ visit: { locale } }: Pick<Props, 'visit'>) => (
  <p class="muted" aria-current="true">
    {tell('here', locale)}
  </p>
)

const SwitchButton = ({ visit: { locale }, name }: Pick<Props, 'visit'> & { readonly name: string }) => (
  <Button look="quiet" aria-label={fill(tell('enterTo', locale), { name })}>
    {tell('enter', locale)}
  </Button>
)

/** Whether somebody works in that very workspace, by that very right. */
const isHere = (by: PersonPrincipal, { actingFor }: Workspace): boolean =>
  by.actingFor !== undefined &&
  holderOf(by) === actingHolder(actingFor) &&
  delegated(by.actingFor)?.delegation === delegated(actingFor)?.delegation
