import {openStaging} from '../../src/output/open-staging.ts'
import {recoverOutput} from '../../src/output/recover-output.ts'

/** A program that puts an edition into an output folder: `publish-edition.ts OUT NAME SCOPE FILE…`; each file holds the name. */
const [out = '', name = '', scope = '', ...files] = process.argv.slice(2)

await recoverOutput(out)
await using staging = await openStaging(out, 'urn:course')
await staging.write({
  target: 'site',
  entry: '',
  files: files.map((file) => ({path: file, contents: new TextEncoder().encode(name)})),
})
if (scope === 'reject') await staging.reject()
else await staging.publish(scope === 'some' ? 'some' : 'everything')
