import type { Locale } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'

/** What a line of a log is about: an entry of the guide or a document by its title, anything else as it stands. */
export const aboutWords = (
  catalogue: Pick<Catalogue, 'service' | 'inquiry' | 'document'>,
  about: string,
  locale: Locale,
): string =>
  (catalogue.service(about) ?? catalogue.inquiry(about) ?? catalogue.document(about))?.title[locale] ?? about
