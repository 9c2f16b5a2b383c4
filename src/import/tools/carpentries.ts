import path from 'node:path/posix'
import {chaptersIn} from '../markdown-files.ts'
import type {BookFiles, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, recordOf, textIn} from '../values.ts'

/**
 * `config.yaml` of a lesson of The Carpentries: `episodes`, `learners`, `instructors` and `profiles` list files of the folders of
 * those names; without a list, all of the folder by name. https://carpentries.github.io/sandpaper-docs/
 */
export const carpentries: Tool = {
  name: 'carpentries',
  read(files) {
    const location = ['config.yaml', 'config.yml'].find((file) => files.paths.has(file))
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const config = recordOf(value)
    if (!('carpentry' in config || 'episodes' in config)) return {parts: [], problems}
    const list = (folder: string) => filesOf(folder, config[folder], files)
    return {
      title: textIn(config['title']),
      language: textIn(config['lang']),
      front: files.paths.has('index.md') ? ['index.md'] : [],
      parts: [{chapters: list('episodes')}],
      back: [...list('learners'), ...list('instructors'), ...list('profiles')],
      problems,
    }
  },
}

function filesOf(folder: string, named: unknown, files: BookFiles): string[] {
  const list = listOf(named).flatMap((one) => textIn(one) ?? [])
  if (list.length > 0) return list.map((file) => path.join(folder, file))
  return chaptersIn(files, folder).filter((file) => path.dirname(file) === folder)
}
