import type { FastifyInstance } from 'fastify'
import type { PersonNumber } from '#kernel/person-number.ts'
import { aHolder, anAccount, lastCode, testPassword } from './accounts.ts'
import { aPerson } from './people.ts'
import type { TestPlatform } from './platform.ts'
import { type Answer, aVisitor } from './visitor.ts'

type World = Pick<TestPlatform, 'platform' | 'sent' | 'runJobs'>

/** Somebody with an account and a browser that is signed in to it. */
export async function aSignedInVisitor(app: FastifyInstance, world: World, of?: PersonNumber) {
  const { platform } = world
  const person = of ?? (await aPerson(platform.db))
  if (of === undefined) await anAccount(platform, person)
  const browser = aVisitor(app, platform)
  const { token, by } = await aHolder(platform, person)
  browser.cookies.set('diwan-session', token)
  return { ...browser, person, by }
}

/** Opens a page that asks to confirm an act, confirms it as its pages ask, and answers the page. */
export const openConfirmed = async (
  world: World,
  browser: Awaited<ReturnType<typeof aSignedInVisitor>>,
  page: string,
): Promise<Answer> => confirmAt(world, browser, await browser.get(page))

/** Confirms what an answer asks to be confirmed, as its pages ask, and answers the page that it leads to. */
export async function confirmAt(
  { sent, runJobs }: World,
  browser: Awaited<ReturnType<typeof aSignedInVisitor>>,
  answer: Answer,
): Promise<Answer> {
  const [address] = /^\/confirm\/[\w.-]+/.exec(String(answer.headers.location)) ?? ['nothing to confirm']
  const asked = await browser.follow(answer)
  const code = await browser.follow(await browser.submit(asked, address, { password: testPassword }))
  await runJobs()
  const typed = { code: lastCode(sent.sms, browser.person) }
  return browser.follow(await browser.submit(code, `${address}/code`, typed))
}
