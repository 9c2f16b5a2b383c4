/** Ids that outputs give to pages, slides and places of their own. */
const own = new Set(
  'agenda back-bibliography back-index back-solutions colophon cover half-title imprint lecture-plan list-of-figures list-of-tables page-plan title toc'.split(
    ' ',
  ),
)

/** Whether an id is one of lectern's own, also in other capitals: what an author calls so would be two things in an output. */
export const isReservedId = (id: string): boolean =>
  own.has(id.toLowerCase()) || /^(?:back-index-entries|ix-\d+|page-[ivxlc\d]+)$/iu.test(id)
