import { formatMobile } from '#kernel/mobile.ts'
import type { Platform } from '#platform/platform.ts'
import { type ReadyPerson, readyPassword, readyPersons } from '#population/ready.ts'

const titles: Readonly<Record<ReadyPerson['door'], string>> = {
  portal: 'Sign in at the portal as',
  office: 'Officers, at the office',
  registration: 'Without an account yet: register as',
}

/** What a newcomer is told at the start: whom to sign in as, and where the codes arrive. */
export async function greeting(platform: Pick<Platform, 'db' | 'config'>): Promise<readonly string[]> {
  const persons = await readyPersons(platform)
  if (!persons.length) return []
  const doors = (Object.keys(titles) as ReadyPerson['door'][]).flatMap((door) => [
    `  ${titles[door]}:`,
    ...persons.filter((one) => one.door === door).map(line),
    '',
  ])
  return [
    ...doors,
    `  The password of every ready account is ${readyPassword}`,
    `  Codes arrive on the sandbox phone: http://localhost:${platform.config.sandbox?.port}/phone`,
  ]
}

function line({ account, number, born, mobile, shows }: ReadyPerson): string {
  const who =
    account?.username ?? `${number}, born ${born}${mobile ? `, mobile ${formatMobile(mobile)}` : ''}`
  return `    ${who.padEnd(20)} ${shows.en}`
}
