import { randomBytes } from 'node:crypto'
import type { Patient, Waiting } from '#sandbox/hospital/relying-party.ts'

interface Visitor {
  waiting?: Waiting
  patient?: Patient
  /** The results were asked for with a fresh sign-in. */
  results: boolean
}

const atMost = 500

/** Who is at the hospital's site, in memory: it forgets them when it stops. */
export function visitors() {
  const all = new Map<string, Visitor>()
  const idIn = (cookie: string | undefined) =>
    /(?:^|;\s*)hospital_session=([\w-]+)/.exec(cookie ?? '')?.[1] ?? ''
  const open = (visitor: Visitor): string => {
    const oldest = all.keys().next().value
    if (all.size >= atMost && oldest !== undefined) all.delete(oldest)
    const id = randomBytes(18).toString('base64url')
    all.set(id, visitor)
    return `hospital_session=${id}; Path=/hospital; HttpOnly; SameSite=Lax`
  }
  return {
    of: (cookie: string | undefined): Visitor | undefined => all.get(idIn(cookie)),
    /** Keeps a sign-in under way; answers the cookie, which is new when there was none. */
    wait(cookie: string | undefined, waiting: Waiting): string | undefined {
      const known = all.get(idIn(cookie))
      if (!known) return open({ waiting, results: false })
      known.waiting = waiting
      return undefined
    },
    /** Lets somebody in, under a new name for the browser. */
    enter(cookie: string | undefined, patient: Patient, results: boolean): string {
      all.delete(idIn(cookie))
      return open({ patient, results })
    },
    leave: (cookie: string | undefined): void => void all.delete(idIn(cookie)),
    /** The platform says that this sign-in has ended. */
    end(sid: string): void {
      for (const [id, { patient }] of all) if (patient?.sid === sid) all.delete(id)
    },
  }
}
