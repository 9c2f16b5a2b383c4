import * as v from 'valibot'

const face = v.strictObject({
  family: v.string(),
  weight: v.number(),
  style: v.picklist(['normal', 'italic']),
  /** npm package and file of the static TrueType face that is asked first. */
  package: v.string(),
  file: v.string(),
  /** Pattern of further files, one for each `[n]` of the package's unicode.json, for rarer characters. */
  slices: v.optional(v.string()),
  /** Characters this face leaves to the next family: Chinese quotation marks are not Latin ones. */
  without: v.optional(v.string(), ''),
  /** All characters this face is asked for; empty for any. */
  only: v.optional(v.string(), ''),
})

export type PackageFace = v.InferOutput<typeof face>

const characters = v.pipe(v.number(), v.integer(), v.minValue(10))

/** What a course's own theme may say in its `theme.yml`. */
const own = {
  name: v.string(),
  description: v.optional(v.string(), ''),
  /** The theme it begins with: its fonts, sizes, density and style sheets, before its own. */
  extends: v.optional(v.string()),
  /** Smallest sizes in px on a slide that is 720 px high: of text, and of code and captions. */
  sizes: v.optional(
    v.strictObject({
      text: v.pipe(v.number(), v.minValue(18)),
      code: v.pipe(v.number(), v.minValue(14)),
    }),
  ),
  /** What a slide holds before it is condensed, in Chinese characters. */
  density: v.optional(v.strictObject({lead: characters, item: characters, list: characters, container: characters})),
}

export const ownThemeSchema = v.strictObject(own)

/** A theme that comes with lectern: only these name fonts, which are files of packages. */
export const themeSchema = v.strictObject({...own, fonts: v.optional(v.array(face), [])})

export type ThemeSettings = v.InferOutput<typeof themeSchema>
