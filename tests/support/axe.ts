import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

/** The short form: reading the long one takes as long as looking at a page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds wrong with the page that is open, and where; WCAG 2.2 AA and whatever else is asked for. `within`: in
 * that part of it alone, where what surrounds it was looked at on another page.
 */
export async function violations(
  page: Page,
  {
    more = [],
    within,
  }: { readonly more?: readonly ('best-practice' | 'wcag2aaa')[]; readonly within?: 'main' } = {},
): Promise<readonly { readonly id: string; readonly at: readonly string[] }[]> {
  await page.waitForLoadState()
  await page.waitForFunction(isStyled)
  await bring(page)
  return page.evaluate(
    async ({ values, part }) => {
      // Put there by the line above; the page's own types know nothing of it.
      const { axe: there } = window as unknown as { readonly axe: typeof axe }
      const { violations: found } = await there.run((part && document.querySelector(part)) ?? document, {
        // Only what is wrong is wanted: the rest takes a third of the time.
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values },
      })
      return found.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html) }))
    },
    { values: [...wcag, ...more], part: within },
  )
}

/** In the page: without its styles and letters, whatever is measured is not what anybody sees. */
const isStyled = () =>
  document.fonts.status === 'loaded' &&
  [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every((link) => link.sheet !== null)

const prepared = new WeakSet<BrowserContext>()

/** Puts axe into the page and, at no cost that shows, into those that its browser opens from now on. */
async function bring(page: Page): Promise<void> {
  const context = page.context()
  if (!prepared.has(context)) {
    prepared.add(context)
    await context.addInitScript(source)
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
}
