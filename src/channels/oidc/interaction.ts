import type { FastifyReply, FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { Session } from '#platform/accounts/session.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import { pairwiseSubject } from '#platform/oidc/pairwise.ts'
import { findSite, type Site } from '#platform/oidc/site.ts'
import type { Problem } from '#platform/problem.ts'
import { authTime } from './arrival.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** A sign-in that another site has asked for, at the point where the person is asked something. */
export interface Asked {
  readonly interaction: Interaction
  readonly site: Site
  readonly clientId: string
}

/** The one that this browser is in; only with its cookie, and only under its own address. */
export async function askedOf(
  provider: Provider,
  db: Db,
  request: FastifyRequest<{ Params: { uid: string } }>,
  reply: FastifyReply,
): Promise<Asked | undefined> {
  try {
    const interaction = await provider.interactionDetails(request.raw, reply.raw)
    if (interaction.uid !== request.params.uid) return undefined
    const clientId = String(interaction.params.client_id)
    const site = await findSite(db, clientId)
    return site && { interaction, site, clientId }
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}

/** Whether the portal session is too old for what the site asks: `prompt=login`, or `max_age`. */
export function isStale({ interaction }: Asked, session: Session, now: Date): boolean {
  const { prompt, params, iat } = interaction
  if (prompt.name !== 'login') return false
  // A sign-in after the site has asked is fresh enough for everything.
  if (authTime(session) > iat) return false
  if (prompt.reasons.includes('login_prompt')) return true
  const oldest = params.max_age === undefined ? Number.POSITIVE_INFINITY : Number(params.max_age)
  return now.getTime() / 1000 - authTime(session) > oldest
}

/** Whether the site means somebody else (`id_token_hint`, whose signature the provider has checked). */
export function meansAnother(
  { interaction, clientId }: Asked,
  session: Session,
  vault: Pick<Vault, 'derive'>,
): boolean {
  const hint = interaction.params.id_token_hint
  if (typeof hint !== 'string') return false
  return decodeJwt(hint).sub !== pairwiseSubject(vault, clientId, session.person)
}

export const interactionOver: Problem = {
  status: 409,
  code: 'sign-in-over',
  title: { ar: 'انتهى هذا الدخول', en: 'This sign-in is over' },
  detail: {
    ar: 'أجبت عنه من قبل، أو مضى وقته. ما يصل إلى كل موقع تراه في «المواقع المرتبطة»، ومنها توقفه. وللدخول ابدأ من الموقع من جديد.',
    en: 'You have answered it already, or its time is over. What each site receives is under “Connected sites”, where you can stop it. To sign in, start again at the site.',
  },
}
