import {openStaging} from '../../src/output/open-staging.ts'

/** Puts text files into an output folder as a whole build would; the course is that of `test/fixtures/course-small`. */
export async function publishFiles(
  out: string,
  files: Readonly<Record<string, string>>,
  course = 'https://example.org/small',
): Promise<void> {
  await using staging = await openStaging(out, course)
  const encoder = new TextEncoder()
  await staging.write({
    target: 'site',
    entry: '',
    files: Object.entries(files).map(([name, text]) => ({path: name, contents: encoder.encode(text)})),
  })
  await staging.publish('everything')
}
