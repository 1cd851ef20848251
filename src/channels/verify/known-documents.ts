import type { Text } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { repeatedBy } from '#platform/catalogue/probe-view.ts'
import type { CodeWord, DocumentSpec, DocumentView } from '#platform/documents/document.ts'

/** What a reader without a connection must know of the documents, to say in words what a code says in keys. */
export interface KnownDocument {
  readonly title: Text
  readonly issuer: Text
  /** Explains the keys in a code. */
  readonly words: Readonly<Record<string, CodeWord>>
  readonly views: Readonly<Record<string, KnownView>>
}

export interface KnownView {
  readonly title: Text
  readonly shows: DocumentView['shows']
  /** The keys of the whole document’s code that its answer repeats: with these alone a whole one answers it too. */
  readonly repeats: readonly string[]
}

/** By the definition’s name. */
export type KnownDocuments = Readonly<Record<string, KnownDocument>>

/** Read off the catalogue: a document that is added there is known to every reader after its next refresh. */
export const knownDocuments = ({ documents }: Pick<Catalogue, 'documents'>): KnownDocuments =>
  Object.fromEntries(
    documents.map(({ name, title, issuer, codeWords = {}, views = [] }) => [
      name,
      {
        title,
        issuer,
        words: codeWords,
        views: Object.fromEntries(views.map((view) => [view.name, knownView(view, { codeWords })])),
      },
    ]),
  )

const knownView = (view: DocumentView, it: Pick<DocumentSpec, 'codeWords'>): KnownView => ({
  title: view.title,
  shows: view.shows,
  repeats: repeatedBy(view, it),
})
