import type { Findings } from './catalogue.ts'
import { complete, nameOf } from './naming.ts'
import { unexplainedBy } from './probe-view.ts'

/** What stands in codes, addresses and on paper. */
export function checkDocuments({ documents }: Findings, mistakes: string[]): void {
  const names = new Set<string>()
  for (const { file, it } of documents) {
    const say = (what: string) => mistakes.push(`${file}: ${what}`)
    if (names.has(it.name)) say(`document '${it.name}' is defined twice`)
    names.add(it.name)
    if (it.name !== nameOf(file)) say(`its name is '${it.name}', but the file is named '${nameOf(file)}'`)
    if (!/^[a-z][a-z0-9-]*$/.test(it.name)) say(`its name '${it.name}' is not like 'driving-licence'`)
    if (!/^[A-Z]{2,4}$/.test(it.prefix)) say(`its prefix '${it.prefix}' is not two to four capitals`)
    if (!complete(it.title) || !complete(it.issuer)) say('its title or issuer is not in every language')
    if (it.held && it.follows === false) say('is held by the registry, and so has to follow it')
    for (const [key, word] of Object.entries(it.codeWords ?? {})) {
      if (!/^[a-z][a-zA-Z0-9]*$/.test(key)) say(`the key '${key}' of its code is not like 'cls'`)
      if (![word.label, ...Object.values(word.values ?? {})].every(complete))
        say(`the key '${key}' of its code has no word in some language`)
    }
    // What it claims is known at the issue only, which is too late; the program runs from its source, so that tells.
    if (Object.keys(it.codeWords ?? {}).length === 0 && /\bqr\b/.test(String(it.claims)))
      say("says something in its code (qr), but has no 'codeWords' to explain it")
    const views = new Set<string>()
    for (const view of it.views ?? []) {
      const { name, title } = view
      if (views.has(name)) say(`view '${name}' is there twice`)
      views.add(name)
      if (!/^[a-z][a-z0-9-]*$/.test(name)) say(`the name of view '${name}' is not like 'over-18'`)
      if (!complete(title)) say(`view '${name}' has no title in some language`)
      for (const key of unexplainedBy(view, it))
        say(`view '${name}' answers with the key '${key}', which its 'codeWords' do not explain`)
    }
  }
}
