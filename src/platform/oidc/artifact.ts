import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { PersonNumber } from '#kernel/person-number.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/**
 * Keeps what `oidc-provider` has to remember, one kind of thing: codes, tokens, grants, sessions. What is
 * used once is used once whoever comes at the same time, and whoever comes second takes the grant away.
 */
export function artifactStore({ db, clock, vault }: World, kind: string): Adapter {
  const read = (row: Stored | undefined, opener?: string): AdapterPayload | undefined =>
    row && {
      // Sealed by `write`, which was given such a payload.
      ...(JSON.parse(vault.open(row.body)) as AdapterPayload),
      ...(opener === undefined ? {} : { jti: opener }),
      ...(row.consumed_at ? { consumed: Math.floor(row.consumed_at.getTime() / 1000) } : {}),
    }
  const current = () =>
    db
      .selectFrom('oidc_artifact')
      .select(['body', 'consumed_at'])
      .where('kind', '=', kind)
      .where('expires_at', '>', clock.now())

  return {
    find: async (id) => read(await current().where('id', '=', tokenHash(id)).executeTakeFirst(), id),

    findByUid: async (uid) =>
      read(await current().where('op_session', '=', tokenHash(uid)).executeTakeFirst()),

    // Only the device flow asks for it, which is off.
    findByUserCode: async () => undefined,

    async upsert(id, { jti: _opener, ...payload }, expiresIn) {
      const at = clock.now()
      const row = {
        kind,
        id: tokenHash(id),
        // An account's id at the provider is the person's number.
        person_id: (payload.accountId as PersonNumber | undefined) ?? null,
        client_id: payload.clientId ?? null,
        grant_id: hashed(payload.grantId),
        op_session: hashed(kind === 'Session' ? payload.uid : payload.sessionUid),
        body: vault.seal(JSON.stringify(payload)),
        expires_at: new Date(at.getTime() + (expiresIn ?? 0) * 1000),
      }
      const once = kind === 'ReplayDetection'
      const written = await db
        .insertInto('oidc_artifact')
        .values({ ...row, consumed_at: null })
        .onConflict((conflict) => {
          const anew = conflict.columns(['kind', 'id']).doUpdateSet(row)
          return once ? anew.where('oidc_artifact.expires_at', '<=', at) : anew
        })
        .returning('id')
        .executeTakeFirst()
      if (!written) throw new errors.InvalidRequest('this proof or assertion was used before')
    },

    async consume(id) {
      const used = await db
        .updateTable('oidc_artifact')
        .set({ consumed_at: clock.now() })
        .where('kind', '=', kind)
        .where('id', '=', tokenHash(id))
        .where('consumed_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (used) return
      if (kind === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('already used')
      const lost = await db
        .selectFrom('oidc_artifact')
        .select('grant_id')
        .where('kind', '=', kind)
        .where('id', '=', tokenHash(id))
        .executeTakeFirst()
      if (lost?.grant_id) await revokeGrant(db, lost.grant_id)
      throw new errors.InvalidGrant('already used')
    },

    async destroy(id) {
      await db.deleteFrom('oidc_artifact').where('kind', '=', kind).where('id', '=', tokenHash(id)).execute()
    },

    revokeByGrantId: (grantId) => revokeGrant(db, tokenHash(grantId)),
  }
}

/** Takes back everything that this person has let this site hold. */
export async function revokeSite(db: Db, person: PersonNumber, clientId: string): Promise<void> {
  await db
    .deleteFrom('oidc_artifact')
    .where('person_id', '=', person)
    .where('client_id', '=', clientId)
    .execute()
}

/** Ends a session of the provider, with every code and token that stands on it. */
export async function endOpSession(db: Db, opSession: string): Promise<void> {
  await db.deleteFrom('oidc_artifact').where('op_session', '=', opSession).execute()
}

async function revokeGrant(db: Db, grant: string): Promise<void> {
  await db
    .deleteFrom('oidc_artifact')
    .where(({ eb, or, and }) =>
      or([eb('grant_id', '=', grant), and([eb('kind', '=', 'Grant'), eb('id', '=', grant)])]),
    )
    .execute()
}

interface Stored {
  readonly body: string
  readonly consumed_at: Date | null
}

const hashed = (value: string | undefined): string | null => (value === undefined ? null : tokenHash(value))
