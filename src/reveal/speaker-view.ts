import {hash} from 'node:crypto'
import type {LocaleData} from '../locale/words.ts'

type Words = LocaleData['speakerView']

/**
 * Where reveal.js 6 writes a word of the speaker view, which has no setting for its language: the page stands as a text in
 * `plugin/notes.js`. A test looks for each of them, so that a new version that says it otherwise is noticed.
 */
export const speakerViewWords: readonly (readonly [english: string, translated: (words: Words) => string])[] = [
  ['>Loading speaker view...<', ({loading}) => `>${loading}<`],
  ['>Upcoming<', ({upcoming}) => `>${upcoming}<`],
  ['>Time <', ({time}) => `>${time} <`],
  ['>Click to Reset<', ({reset}) => `>${reset}<`],
  ['>Pacing – Time to finish current slide<', ({pacing}) => `>${pacing}<`],
  ['>Notes<', ({notes}) => `>${notes}<`],
  ["'default': 'Default'", ({standard}) => `'default': '${standard}'`],
  ["'wide': 'Wide'", ({wide}) => `'wide': '${wide}'`],
  ["'tall': 'Tall'", ({tall}) => `'tall': '${tall}'`],
  ["'notes-only': 'Notes only'", ({notesOnly}) => `'notes-only': '${notesOnly}'`],
  ["innerHTML = 'Layout'", ({layout}) => `innerHTML = '${layout}'`],
  // A lecture hall has a clock of 24 hours.
  ["'en-US', { hour12: true,", () => "'en-GB', { hour12: false,"],
]

/** The plugin with the speaker view in the language of the course. */
export const translateSpeakerView = (plugin: string, words: Words): string =>
  speakerViewWords.reduce((text, [english, translated]) => text.replace(english, () => translated(words)), plugin)

/**
 * SHA-256 in base64 of the script in the page of the speaker view, by which a policy lets it run (CSP 3, 2.3.1). The page stands in the
 * plugin as a template. Throws where that is not what it was in reveal.js 6.
 */
export function speakerViewHash(plugin: string): string {
  const [written, ...more] = Array.from(
    plugin.matchAll(/<script>(?<script>[\s\S]*?)<\\\/script>/gu),
    ({groups}) => groups?.['script'] ?? '',
  )
  const script = written?.replaceAll(String.raw`\\`, '\0')
  if (script === undefined || more.length > 0 || /[\\`]|\$\{/u.test(script))
    throw new Error('The speaker view of reveal.js has another script than expected')
  return hash('sha256', script.replaceAll('\0', '\\'), 'base64')
}
