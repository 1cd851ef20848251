import { prompt } from '#platform/catalogue/prompt.ts'
import { deedsOf, linkOf } from '../deed-table.ts'
import { deedState } from '../registry/deeds.ts'

/** Brought before the parent with custody alone. */
export default prompt('deed-to-link', {
  sector: 'justice',
  list: async ({ db, today }, person) => {
    const { deeds, children } = await deedsOf(db, person)
    return deeds.flatMap((one) => {
      const child = children.find(({ id }) => id === one.child)
      const next = linkOf(child)
      return one.holder === person && child && next && deedState(one, today) === 'to-link'
        ? [
            {
              title: { ar: 'صك حضانة ينتظر الربط', en: 'A custody deed waits to be linked' },
              detail: {
                ar: `${child.shortName.ar}، الصك ${one.number}`,
                en: `${child.shortName.en}, deed ${one.number}`,
              },
              next,
            },
          ]
        : []
    })
  },
})
