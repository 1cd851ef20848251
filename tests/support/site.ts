import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { oidcChannel } from '#channels/oidc/channel.ts'
import { systemClock } from '#kernel/clock.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { SiteScope } from '#platform/oidc/scope.ts'
import { registerSite } from '#platform/oidc/site.ts'
import type { Platform } from '#platform/platform.ts'
import { aSession } from './accounts.ts'
import { whenDone } from './done.ts'
import { runJobs } from './jobs.ts'
import { noCatalogue } from './no-catalogue.ts'
import { testPlatform } from './platform.ts'
import { aServer } from './visitor.ts'

/** A portal that listens, with the channel for other sites; on the machine's clock, which the protocol reads. */
export async function aListeningPortal() {
  const origin = `http://localhost:${await freePort()}`
  const made = await testPlatform({ catalogue: noCatalogue, clock: systemClock })
  const platform: Platform = { ...made.platform, config: { ...made.platform.config, origin } }
  const app = await aServer(platform)
  await app.register(oidcChannel(platform))
  await app.listen({ port: Number(new URL(origin).port), host: 'localhost' })
  whenDone(() => app.close())
  return {
    ...made,
    platform,
    origin,
    runJobs: (options?: { readonly tolerant?: boolean }) => runJobs(platform, options),
  }
}

export type ListeningPortal = Awaited<ReturnType<typeof aListeningPortal>>

/** Somebody's browser: keeps cookies by path, follows redirects and `refresh`, and stops where it leaves the portal. */
export async function aBrowser(portal: ListeningPortal, person?: PersonNumber) {
  const jar = new Map<string, { readonly value: string; readonly path: string }>()
  const signIn = async (who: PersonNumber, account: 'registered' | 'activated' = 'activated') => {
    const { token } = await aSession(portal.platform, who, { account })
    jar.set('diwan-session', { value: token, path: '/' })
  }
  if (person !== undefined) await signIn(person)

  /** `formAction`: a form of the portal stands before it, and such a form may lead nowhere else by redirects. */
  async function ask(url: string, body?: Record<string, string>, formAction = false): Promise<Page> {
    for (let turns = 0; turns < 12; turns += 1) {
      const { origin, pathname } = new URL(url)
      if (origin !== portal.origin) {
        if (formAction) throw new Error(`The browser's policy stops the way from a form to ${origin}.`)
        return { url, status: 0, body: '' }
      }
      const cookie = [...jar]
        .filter(([, { path }]) => pathname.startsWith(path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; ')
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie },
        ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
      })
      body = undefined
      for (const line of answer.headers.getSetCookie()) keep(line)
      const text = await answer.text()
      const refresh = answer.headers.get('refresh')?.replace(/^0; url=/, '')
      if (refresh !== undefined) formAction = false
      const next = answer.headers.get('location') ?? refresh
      if (next === undefined) return { url, status: answer.status, body: text }
      url = new URL(next, url).href
    }
    throw new Error(`The browser was sent around in circles, last to ${url}.`)
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/'
    if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, { value, path })
  }

  return {
    jar,
    signIn,
    open: (url: string) => ask(new URL(url, portal.origin).href),
    /** Where a form of the portal has led to, such as the sign-in's. */
    afterForm: (url: string) => ask(new URL(url, portal.origin).href, undefined, true),
    /** Sends the form of a page, with its hidden inputs. */
    submit(page: Page, typed: Record<string, string> = {}, action?: string): Promise<Page> {
      const forms = [...page.body.matchAll(/<form[^>]* action="([^"]*)"[\s\S]*?<\/form>/g)]
      const form = forms.find(([, to]) => (action ? to === action : to?.startsWith('/oidc/')))
      if (!form) throw new Error(`There is no such form on ${page.url}:\n${page.body}`)
      const hidden = Object.fromEntries(
        [...form[0].matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
          /name="([^"]*)"/.exec(input)?.[1] ?? '',
          /value="([^"]*)"/.exec(input)?.[1] ?? '',
        ]),
      )
      return ask(new URL(form[1] ?? '', page.url).href, { ...hidden, ...typed }, true)
    },
  }
}

export interface Page {
  readonly url: string
  /** 0 when the browser has left the portal. */
  readonly status: number
  readonly body: string
}

/** A site of another organisation, with an independent client library, that listens for logout tokens. */
export async function aSite(
  portal: ListeningPortal,
  {
    clientId,
    scopes = ['profile'],
    consentDays = 90,
  }: { readonly clientId: string; readonly scopes?: readonly SiteScope[]; readonly consentDays?: number },
) {
  const told: string[] = []
  const mood = { status: 200 }
  const listener = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (mood.status === 200) told.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.writeHead(mood.status).end()
    })
  })
  await new Promise<void>((done) => listener.listen(0, 'localhost', done))
  whenDone(async () => listener.close())
  // A server that listens on TCP has such an address.
  const home = `http://localhost:${(listener.address() as AddressInfo).port}`
  const redirectUri = `${home}/callback`
  const key = await generateKeyPair('ES256', { extractable: true })
  await registerSite(portal.platform, {
    clientId,
    name: { ar: `موقع ${clientId}`, en: `The site ${clientId}` },
    purpose: { ar: 'ليفتح ملفك', en: 'to open your file' },
    home,
    redirectUris: [redirectUri],
    signOutUris: [`${home}/signed-out`],
    backChannel: `${home}/back-channel`,
    jwks: { keys: [await exportJWK(key.publicKey)] },
    scopes,
    consentDays,
  })
  const config = await openid.discovery(
    new URL(portal.origin),
    clientId,
    { id_token_signed_response_alg: 'ES256' },
    openid.PrivateKeyJwt(key.privateKey),
    { execute: [openid.allowInsecureRequests] },
  )
  const dpop = await openid.randomDPoPKeyPair('ES256', { extractable: true })

  /** Asks for a sign-in; answers where to send the browser, and what finishes it. */
  async function begin(params: Readonly<Record<string, string>> = {}) {
    const verifier = openid.randomPKCECodeVerifier()
    const [state, nonce] = [openid.randomState(), openid.randomNonce()]
    const handle = openid.getDPoPHandle(config, dpop)
    const url = await openid.buildAuthorizationUrlWithPAR(
      config,
      {
        redirect_uri: redirectUri,
        scope: ['openid', ...scopes].join(' '),
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...params,
      },
      { DPoP: handle },
    )
    return {
      url: url.href,
      verifier,
      finish: (landed: string, maxAge?: number) =>
        openid.authorizationCodeGrant(
          config,
          new URL(landed),
          {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
            ...(maxAge === undefined ? {} : { maxAge }),
          },
          undefined,
          { DPoP: openid.getDPoPHandle(config, dpop) },
        ),
    }
  }

  return {
    clientId,
    home,
    redirectUri,
    key,
    config,
    dpop,
    /** The logout tokens that it took. */
    told,
    /** What it answers to logout tokens. */
    mood,
    begin,
    userInfo: (accessToken: string, sub: string | typeof openid.skipSubjectCheck) =>
      openid.fetchUserInfo(config, accessToken, sub, { DPoP: openid.getDPoPHandle(config, dpop) }),
    signOutUrl: (idToken: string) =>
      openid.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${home}/signed-out`,
        state: 'bye',
      }).href,
  }
}

export type TestSite = Awaited<ReturnType<typeof aSite>>

/** The whole way of somebody who allows everything: answers what the site holds in the end. */
export async function signInAt(site: TestSite, browser: Awaited<ReturnType<typeof aBrowser>>) {
  const way = await site.begin()
  let page = await browser.open(way.url)
  if (page.status === 200) page = await browser.submit(page, { decision: 'allow' })
  const tokens = await way.finish(page.url)
  const claims = tokens.claims()
  if (!claims) throw new Error('The site got no ID token.')
  return { tokens, claims, accessToken: tokens.access_token, idToken: tokens.id_token ?? '' }
}

async function freePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((done) => socket.listen(0, 'localhost', done))
  // A server that listens on TCP has such an address.
  const { port } = socket.address() as AddressInfo
  await new Promise((done) => socket.close(done))
  return port
}
