import { describe, expect, it } from 'vitest'
import { paths } from '#channels/face/paths.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { country } from './support/country.ts'
import { desk, isFine, signedIn, someone } from './support/visitor.ts'

const { definitions, sectors } = await discover()
const services = definitions.map(({ slug }) => `/services/${slug}`)
/** What looks otherwise to somebody who is signed in. */
const forPersons = definitions
  .filter((one) => one.audience.some((who) => who === 'resident'))
  .filter((one) => one.kind === 'service' || (one.kind === 'inquiry' && one.access === 'signed-in'))
  .map(({ slug }) => `/services/${slug}`)
const forAnybody = services.filter((one) => !forPersons.includes(one))

/** Over a hundred pages, each looked at whole. */
const patience = 400_000

/**
 * What surrounds a service is the same for all of them. So anybody sees each in Arabic; in English who is signed in sees
 * every other one of theirs, and anybody every fourth of the rest.
 */
const half = (addresses: readonly string[], which: 0 | 1) => addresses.filter((_, at) => at % 2 === which)
const quarter = (addresses: readonly string[]) => addresses.filter((_, at) => at % 4 === 0)

describe.each(['ar', 'en'] as const)('every page of the catalogue passes axe (%s)', (language) => {
  const visited = async (page: Awaited<ReturnType<typeof someone>>, addresses: readonly string[]) => {
    await page.context().addCookies([{ name: 'lang', value: language, url: country.portal }])
    for (const address of addresses) {
      const answer = await page.goto(`${country.portal}${address}`)
      expect(answer?.status(), address).toBeLessThan(400)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      // What surrounds a service was looked at around the pages that are none.
      await isFine(page, address.startsWith('/services/') ? { within: 'main' } : {})
    }
  }

  it(
    'as anybody sees it',
    async () => {
      await visited(await someone(), [
        '/',
        paths.guide,
        `${paths.search}?q=رخصة`,
        ...sectors.map(({ name }) => `${paths.guide}?sector=${name}`),
        ...(language === 'ar' ? services : quarter(forAnybody)),
        paths.centres,
        paths.verify,
        paths.privacy,
        paths.accessibility,
        paths.contact,
        '/lost-mobile',
        '/sign-in/approval',
        '/activate/abroad',
      ])
    },
    patience,
  )

  it(
    'as a person who is signed in sees it, on a wide screen and in the dark',
    async () => {
      const page = await signedIn('parent', { viewport: desk, colorScheme: 'dark' })
      await visited(page, [
        '/',
        ...half(forPersons, language === 'ar' ? 0 : 1),
        '/requests',
        '/approvals',
        '/inbox',
        '/documents',
        '/access',
        '/account/data',
        '/family',
        '/delegations',
        '/delegations/new',
        '/delegations/viewing',
        '/delegations/viewing/new',
      ])
    },
    patience,
  )
})
