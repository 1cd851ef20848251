/** A form of a page, as a browser without JavaScript would send it. */
export interface PageForm {
  readonly action: string
  /** Hidden fields with their values. */
  readonly fields: Readonly<Record<string, string>>
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** The forms of a page in their order. Enough for pages of our own, which are well formed. */
export const formsOf = (html: string): readonly PageForm[] =>
  [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([form]) => ({
    action: attribute(form, 'action'),
    fields: Object.fromEntries(
      [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
        attribute(input, 'name'),
        attribute(input, 'value'),
      ]),
    ),
  }))
