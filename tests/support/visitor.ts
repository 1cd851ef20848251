import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { preferences } from '#channels/face/preferences.ts'
import { sessions } from '#channels/face/session.ts'
import { visualCodeRoutes } from '#channels/face/visual-code-routes.ts'
import { faults } from '#channels/faults.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'

/** A server with what every channel needs at its root; the test registers its own channel on it. */
export async function aServer(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody)
  sessions(app, platform)
  preferences(app)
  visualCodeRoutes(app, platform)
  faults(app, platform)
  return app
}

export type Answer = LightMyRequestResponse

/** Somebody with a browser without scripts: keeps cookies, posts a page's hidden inputs, reads the visual code. */
export function aVisitor(app: FastifyInstance, platform: Platform) {
  const cookies = new Map<string, string>()

  async function ask(method: 'GET' | 'POST', url: string, body?: Record<string, string>): Promise<Answer> {
    const answer = await app.inject({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body ? { payload: new URLSearchParams(body).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  const get = (url: string) => ask('GET', url)

  return {
    cookies,
    get,
    /** Posts without looking at a page first. */
    post: (url: string, body: Record<string, string>) => ask('POST', url, body),
    /** Where a redirect leads, opened. */
    follow: (answer: Answer) => get(String(answer.headers.location)),
    /** Fills the form of a page that posts to `action`, and sends it. */
    async submit(page: Answer, action: string, typed: Record<string, string> = {}): Promise<Answer> {
      const form = page.body
        .split('<form')
        .map((each) => each.split('</form>')[0] ?? '')
        .find((each) => each.includes(` action="${action}"`))
      if (form === undefined) throw new Error(`The page has no form that posts to ${action}:\n${page.body}`)
      const hidden = Object.fromEntries(
        [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
          /name="([^"]*)"/.exec(input)?.[1] ?? '',
          /value="([^"]*)"/.exec(input)?.[1]?.replaceAll('&amp;', '&') ?? '',
        ]),
      )
      const challenge = hidden._challenge
      return ask('POST', action, {
        ...hidden,
        ...(challenge ? { _code: codeOf(platform.vault, challenge) } : {}),
        ...typed,
      })
    },
  }
}
