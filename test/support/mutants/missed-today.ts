/**
 * Mutants that no check finds today, expected: 'missed today', by what a check would have to look at. A defect that is found is taken
 * off this list: the study and its test fail otherwise, and so they do when one is missed that is not on it.
 */
const missed: Readonly<Record<string, string>> = {
  'That each block that a slide condenses has its line there: a block whose whole text stands in the reading text counts as covered when its line, or an item’s line, is gone.':
    'block-dropped/deck/1 block-dropped/deck/2 list-item-lost/deck/2',
  'Reading texts and lists of a slide from front to back, as PDFs are read: order and number of paragraphs and items; `checkSlides` looks at blocks on slides, and at which, not at how often or in what order beside them.': `
    blocks-swapped/deck/2 block-duplicated/deck/2 block-duplicated/deck/3 list-item-lost/deck/4
  `,
  'The slide that notes stand beside against the section of the notes.':
    'teacher-notes-missing/teacher-deck/5',
  'The minutes of notes: in the notes, and as `data-timing` of the slides.':
    'teacher-notes-missing/teacher-deck/4 wrong-metadata/deck/4',
  'The left edge of each line of code in a PDF against its indentation.':
    'code-white-space/pdf/1 code-white-space/slides/1',
  'What files say of themselves against the course: title of the page, titles, authors and language of the package document, author in the document information.':
    'mojibake/deck/5 wrong-metadata/deck/1 wrong-metadata/pdf/2',
  '/Lang of structure elements, which readers believe before that of the catalog.':
    'wrong-language/pdf/3',
  'Links from a deck to files beside it (`../`, `rel=alternate`): the file is there, and has the destination that the link names.':
    'dead-file-link/deck/1 dead-file-link/deck/2 dead-file-link/deck/4',
  'That the deck loads what it names, whole: no failed request in the browser, and each character of a slide drawn with a face of the deck itself, none of the system.':
    'dead-file-link/deck/5 tofu/deck/4 tofu/deck/5 truncated-file/deck/3',
  'Addresses in srcset, `data-background-*`, rules of style sheets that match nothing, and scripts: read in the files; the browser asks for none of them until somebody comes there.': `
    network-request/deck/2 network-request/deck/7 network-request/deck/9 network-request/deck/10
  `,
  'Actions of a PDF that lead out of it: OpenAction and /AA with URI, Launch, GoToR.':
    'network-request/pdf/1',
  'The reading panel as its key opens it: that it opens, and that its text has boxes.':
    'hidden-text/deck/14 reading-missing/deck/4',
  'Paint and clip of text on slides: transparent colours (`contrastOf` takes them for opaque), clip-path, opacity of lines inside code.':
    'hidden-text/deck/5 hidden-text/deck/9 fragment-never-shown/deck/5',
  'The title slide.':
    'slide-damaged/deck/4',
  'That each slide of the file is one that reveal.js shows: `data-visibility`, `display: none` of the section itself, which `showStep` overrides.':
    'slide-damaged/deck/8 slide-damaged/deck/9',
  'How the text of a PDF is drawn: rendering mode, size, clip, lines upon each other, what is painted over it; best ink on the rendered page where the text says it is.': `
    hidden-text/pdf/1 hidden-text/pdf/3 hidden-text/pdf/5 hidden-text/pdf/6
    hidden-text/slides/1 overflow/pdf/4 overflow/slides/3 page-damaged/pdf/9
  `,
  'The text of a deck as a reader gets it: entities resolved, elements joined; `everything` is the source.':
    'private-leak/deck/7 private-leak/deck/8',
  'Encoded text: Base64 of data addresses and escapes in scripts, decoded before the search.':
    'private-leak/deck/9 private-leak/deck/14',
  'Style sheets of the deck, as part of what is searched.':
    'private-leak/deck/12',
  'Short private texts: a clause of a few words that no student’s text holds.':
    'private-leak/deck/15',
  'Every string of a PDF: /ActualText, /Alt in PDFs of slides, attachments (pdf.js gives a Map and the contents apart, and `readHiddenText` reads an object), private dictionaries, comments of content streams, words that bear no tag.': `
    private-leak/pdf/4 private-leak/pdf/6 private-leak/pdf/8 private-leak/pdf/9
    private-leak/pdf/10 private-leak/slides/2 private-leak/handout/1 private-leak/handout/2
  `,
  'Text against the box of its own element where that clips: `excessOf` begins at the element’s parent.':
    'overflow/deck/3 overflow/deck/4 overflow/deck/5',
  'That “2/3” counts the slides of a topic.':
    'wrong-number/deck/5',
  'Numbers of notes: each mark and each note with its number, in order, and the way between them both ways.':
    'wrong-number/deck/6 footnote-mark/deck/2 footnote-mark/pdf/1 footnote-mark/handout/1',
  'Cross-references of PDFs: the words and the number are two link annotations (“表” and “2-1”), so that neither text is a label; they have to be joined before they are looked up.': `
    wrong-reference/pdf/1 wrong-reference/pdf/2 wrong-reference/slides/1 wrong-reference/handout/1
  `,
  'Agenda and objectives of a deck against chapters and front matter: what lectern writes has to be there, not only to be allowed.':
    'missing-from-navigation/deck/1 missing-from-navigation/deck/2',
  'The words of each row of the printed contents against its heading.':
    'missing-from-navigation/pdf/7',
  'Bookmarks of the slides PDF and the handout.':
    'missing-from-navigation/slides/1 missing-from-navigation/handout/1',
  '`data-tex` and `aria-label` of each formula against the source, where the block stands on the slide and in the reading text: one right copy is enough today.':
    'formula-altered/deck/5 formula-altered/deck/6',
  'The drawing of each formula against its TeX, drawn anew.':
    'formula-altered/deck/1 formula-altered/deck/4',
  'Formulas of PDFs: as many paths as its TeX drawn anew has, and its /Alt.': `
    formula-altered/pdf/1 formula-altered/pdf/2 formula-altered/pdf/3 formula-altered/slides/1
    formula-altered/handout/1
  `,
  'Drawings against the source: elements and words of the inline SVG, paths and words under a Figure tag.': `
    wrong-image/deck/1 wrong-image/deck/2 wrong-image/pdf/1 wrong-image/slides/1
    blank-image/deck/1 blank-image/pdf/1 blank-image/slides/1 blank-image/handout/1
  `,
  'Notes and works at the foot of a slide: each mark of the slide has one, whole.':
    'footnote-cut/deck/2 footnote-cut/deck/3',
  'Names of pages: number and target of each entry of the page list, label and place of its break against the printed book, labels of the front matter against its folios, identifier of the printed book.':
    'wrong-page-list/epub/4 wrong-page-label/pdf/2',
  'Pages without anything.':
    'page-damaged/pdf/8',
  'Kinds of tags against the source: headings by their rank, header cells, formulas.':
    'pdf-untagged/pdf/3 pdf-untagged/pdf/4 pdf-untagged/pdf/5',
}

/** What a check would have to look at, by the mutant's id. */
export const missedToday: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(missed).flatMap(([look, ids]) =>
    ids
      .trim()
      .split(/\s+/u)
      .map((id) => [id, look]),
  ),
)
