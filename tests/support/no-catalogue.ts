import { catalogueOf } from '#platform/catalogue/catalogue.ts'

/** A house without services: for tests of rooms that know no definition. */
export const noCatalogue = catalogueOf({
  sectors: [],
  definitions: [],
  documents: [],
  operations: [],
  rates: [],
  holdings: [],
  prompts: [],
  lifeEvents: [],
})
