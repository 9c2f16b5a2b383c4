import {cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {publishFiles} from '../support/publish-files.ts'
import {besidesSandbox, runLectern} from '../support/run-lectern.ts'

const small = path.resolve('test/fixtures/course-small')
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-cli-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function allFiles(root: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(root, file), await readFile(file)] as const)),
  )
}

describe('lectern build', () => {
  test('writes what course.yml says, says so, and the same bytes the second time', async () => {
    const first = await runLectern(['build', small, '--out', 'a'], {cwd: folder})
    expect(first).toMatchObject({code: 0})
    expect(first.stdout).toContain(' small.epub ')
    expect(first.stdout.trim().split('\n').length).toBeLessThanOrEqual(10)
    const second = await runLectern(['build', small, '--out', 'b', '--quiet'], {
      cwd: folder,
      env: {TZ: 'Asia/Shanghai'},
    })
    expect({...second, stderr: besidesSandbox(second.stderr)}).toEqual({code: 0, stdout: '', stderr: ''})
    const [a, b] = [await allFiles(path.join(folder, 'a')), await allFiles(path.join(folder, 'b'))]
    expect([...a.keys()].toSorted()).toEqual(
      expect.arrayContaining([
        'README.md',
        'coverage/coverage.json',
        'coverage/index.html',
        'deck/01-one.html',
        'deck/index.html',
        'index.html',
        'small-handout.pdf',
        'small-slides.pdf',
        'small.epub',
        'small.pdf',
        'teacher/deck/index.html',
        'teacher/small-handout.pdf',
      ]),
    )
    const different = [...a].filter(([name, contents]) => !b.get(name)?.equals(contents)).map(([name]) => name)
    expect(different).toEqual([])
    expect((await readdir(folder)).toSorted()).toEqual(['a', 'b'])
  })

  test('--only leaves other files as they are', async () => {
    const report = {isVerified: true, course: '', date: '', targets: [], findings: [], density: [], lectures: []}
    const coverage = JSON.stringify({...report, $schema: '', topics: [], objectives: [], units: []})
    await publishFiles(path.join(folder, 'dist'), {
      'small.pdf': 'kept',
      'index.html': 'names all outputs',
      'coverage/coverage.json': coverage,
    })
    await writeFile(path.join(folder, 'dist', 'thesis.txt'), 'mine')
    const args = ['build', small, '--only', 'epub', '--edition', 'student', '--out', 'dist', '--json']
    const {code} = await runLectern(args, {cwd: folder})
    expect(code).toBe(0)
    expect(await readFile(path.join(folder, 'dist', 'small.pdf'), 'utf8')).toBe('kept')
    expect(await readFile(path.join(folder, 'dist', 'thesis.txt'), 'utf8')).toBe('mine')
    expect(await readdir(path.join(folder, 'dist'))).toContain('small.epub')
    expect(await readFile(path.join(folder, 'dist', 'index.html'), 'utf8')).toBe('names all outputs')
  })

  const scopes = [[], ['--only', 'deck'], ['--edition', 'student'], ['--no-verify']]

  test.each(scopes)('refuses a folder of somebody’s before anything is rendered: %s %s', async (...scope) => {
    await mkdir(path.join(folder, 'dist', 'coverage'), {recursive: true})
    await writeFile(path.join(folder, 'dist', 'coverage', 'lcov.info'), 'mine')
    const {code, stderr} = await runLectern(['build', small, '--out', 'dist', ...scope], {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain('coverage: 不是 lectern 写的')
    expect(stderr).toContain('--out <folder>')
    expect(stderr).not.toContain('browser')
    expect([...(await allFiles(folder))]).toEqual([[path.join('dist', 'coverage', 'lcov.info'), Buffer.from('mine')]])
  })

  test.each(scopes.slice(0, 2))('refuses the output of another course: %s %s', async (...scope) => {
    await publishFiles(path.join(folder, 'dist'), {'deck/index.html': 'other'}, 'urn:other')
    const {code, stderr} = await runLectern(['build', small, '--out', 'dist', ...scope], {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain('another course: urn:other')
    expect(await readFile(path.join(folder, 'dist', 'deck', 'index.html'), 'utf8')).toBe('other')
  })

  test('writes beside the sources where no folder is named, says where, and follows no link out of the course', async () => {
    const course = path.join(folder, 'course')
    await cp(small, course, {recursive: true})
    const args = ['build', 'course', '--only', 'epub', '--edition', 'student', '--no-verify']
    const {code, stdout} = await runLectern(args, {cwd: folder})
    expect(code).toBe(0)
    expect(stdout).toContain(path.join('course', 'dist', 'index.html'))
    expect(await readdir(folder)).toEqual(['course'])
    expect(await readdir(path.join(course, 'dist'))).toContain('small.epub')
    await rm(path.join(course, 'dist'), {recursive: true})
    await mkdir(path.join(folder, 'home'))
    await symlink('../home', path.join(course, 'dist'))
    const linked = await runLectern(args, {cwd: folder})
    expect(linked.code).toBe(2)
    expect(linked.stderr).toContain(`--out ${path.join(await realpath(folder), 'home')}`)
    expect(await readdir(path.join(folder, 'home'))).toEqual([])
  })

  test('--no-verify says so everywhere: at the end, in the report, on the home page, in README.md', async () => {
    const args = ['build', small, '--only', 'epub', '--edition', 'student', '--no-verify', '--quiet', '--out', 'dist']
    const {code, stderr, stdout} = await runLectern(args, {cwd: folder})
    expect({code, stdout}).toEqual({code: 0, stdout: ''})
    expect(stderr).toContain('没有核对过')
    expect(stderr).toContain('not verified')
    const read = (file: string) => readFile(path.join(folder, 'dist', file), 'utf8')
    const report = JSON.parse(await read('coverage/coverage.json')) as object
    expect(report).toMatchObject({isVerified: false, units: [], targets: [{output: 'epub', edition: 'student'}]})
    expect(await read('coverage/index.html')).toContain('Not verified')
    expect(await read('coverage/index.html')).not.toContain('accounted for')
    expect(await read('index.html')).toContain('这些文件没有核对过。')
    expect(await read('index.html')).not.toContain('deck/')
    expect(await read('README.md')).toContain('not verified')
    expect(await read('README.md')).not.toContain('safe to publish')
    const trace = await runLectern(['trace', '--page', '1', '--out', 'dist'], {cwd: folder})
    expect(trace.code).toBe(2)
    expect(trace.stderr).toContain('not verified')

    const verified = await runLectern(
      args.filter((arg) => arg !== '--no-verify'),
      {cwd: folder},
    )
    expect({...verified, stderr: besidesSandbox(verified.stderr)}).toEqual({code: 0, stdout: '', stderr: ''})
    expect(JSON.parse(await read('coverage/coverage.json'))).toMatchObject({isVerified: true})
    expect(await read('index.html')).not.toContain('没有核对过')
    expect(await read('README.md')).toContain('safe to publish')
  })

  test('--strict reports every mistake of every chapter at its place, writes nothing, and ends with 1', async () => {
    const course = path.join(folder, 'course')
    await cp(small, course, {recursive: true})
    await writeFile(
      path.join(course, 'two.md'),
      '# 二\n\n见@fig-nowhere。\n\n**重点**是** 什么。\n\n:::exercize\n题\n:::\n',
    )
    const {code, stderr} = await runLectern(['build', course, '--strict'], {cwd: folder})
    expect(code).toBe(1)
    expect(stderr).toContain('two.md:3:')
    expect(stderr).toContain('reference-resolves')
    expect(stderr).toContain('two.md:5:')
    expect(stderr).toContain('emphasis-is-parsed')
    expect(stderr).toContain('two.md:7:')
    expect(stderr).toContain('exercise')
    expect(stderr).toContain('> 3 | 见@fig-nowhere。')
    expect(await readdir(folder)).toEqual(['course'])
    expect(await readdir(course)).not.toContain('dist')
  })

  test('reports what only formulas, fonts and the browser can tell', async () => {
    const course = path.join(folder, 'course')
    await cp(small, course, {recursive: true})
    const paragraphs = Array.from({length: 40}, (_value, index) => `第${index}段。`).join('\n\n')
    await writeFile(path.join(course, 'two.md'), `# 二 {#two}\n\n:::exercise{#exr-a}\n坏 $\\frac{1$ 式，𰻝字\n:::\n`)
    const early = await runLectern(['check', course], {cwd: folder})
    expect(early.code).toBe(1)
    expect(early.stderr).toMatch(/two\.md:4:3 error .*Missing close brace.* math-renders/u)
    expect(early.stderr).toMatch(/two\.md:4:15 error .*U\+30EDD.* glyph-exists/u)
    await writeFile(
      path.join(course, 'two.md'),
      `# 二\n\n:::exercise{#exr-a}\n题\n:::\n\n## 节\n\n:::nosplit\n${paragraphs}\n:::\n`,
    )
    const late = await runLectern(['check', course], {cwd: folder})
    expect(late.code).toBe(1)
    expect(late.stderr).toMatch(/two\.md:9:1 error .*\d+ px taller than the slide.* slide-fits/u)
  })

  test('an interrupt leaves the last good output, and no draft beside it', async () => {
    await publishFiles(path.join(folder, 'dist'), {'index.html': 'last good'})
    const {code, stderr} = await runLectern(['build', small, '--out', 'dist'], {
      cwd: folder,
      interruptAt: 'pdf student',
    })
    expect(stderr).toContain('Interrupted')
    expect(code).toBe(2)
    expect(await readdir(folder)).toEqual(['dist'])
    expect((await readdir(path.join(folder, 'dist'))).toSorted()).toEqual(['.lectern.json', 'index.html'])
    expect(await readFile(path.join(folder, 'dist', 'index.html'), 'utf8')).toBe('last good')
  })

  test('works where no font is installed: the PDF has its text', async () => {
    const configuration = path.join(folder, 'fonts.conf')
    await writeFile(configuration, '<?xml version="1.0"?><fontconfig></fontconfig>')
    const {code} = await runLectern(['build', small, '--only', 'pdf', '--out', 'dist'], {
      cwd: folder,
      env: {FONTCONFIG_FILE: configuration, FONTCONFIG_PATH: folder},
    })
    expect(code).toBe(0)
    const report = await readFile(path.join(folder, 'dist', 'coverage', 'coverage.json'), 'utf8')
    expect(report).toContain('"state": "shown"')
  })
})

describe('lectern', () => {
  test('check prints diagnostics as JSON and writes no files', async () => {
    const {code, stdout} = await runLectern(['check', small, '--json'], {cwd: folder})
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({diagnostics: [], errors: 0, written: []})
    expect(await readdir(folder)).toEqual([])
  })

  test('check prints diagnostics as SARIF for code hosts', async () => {
    await cp(small, path.join(folder, 'course'), {recursive: true})
    await writeFile(path.join(folder, 'course/two.md'), '# 二\n\n见@fig-none。\n')
    const {code, stdout} = await runLectern(['check', 'course', '--sarif'], {cwd: folder})
    expect(code).toBe(1)
    const log = JSON.parse(stdout) as {
      version: string
      runs: {
        tool: {driver: {rules: {id: string}[]}}
        results: {ruleId: string; level: string; locations: {physicalLocation: {region: {startLine: number}}}[]}[]
      }[]
    }
    expect(log.version).toBe('2.1.0')
    const found = (log.runs[0]?.results ?? []).map(({level, locations, ruleId}) => {
      return `${level} ${ruleId} ${locations[0]?.physicalLocation.region.startLine}`
    })
    expect(found).toContain('error reference-resolves 3')
    expect(log.runs[0]?.tool.driver.rules.map(({id}) => id)).toContain('reference-resolves')
  })

  test('rules lists every rule, as text and as JSON', async () => {
    const text = await runLectern(['rules'], {cwd: folder})
    const json = await runLectern(['rules', '--json'], {cwd: folder})
    const ids = Object.keys(JSON.parse(json.stdout) as object)
    expect(ids.length).toBeGreaterThanOrEqual(40)
    expect(ids.filter((id) => !text.stdout.includes(id))).toEqual([])
  })

  test('verify says what is missing, and ends with 1', async () => {
    const {code, stderr} = await runLectern(['verify', small, '--only', 'epub', '--out', 'nowhere'], {cwd: folder})
    expect(code).toBe(1)
    expect(stderr).toContain('artifact-opens')
  })

  test.each([
    [['bild'], 'build'],
    [['build', '--only', 'epup'], 'epub'],
    [['build', '--quiet', '--json'], '--json'],
    [['build', '--colour'], '--colour'],
    [['verify', '--no-verify'], 'lectern build'],
    [['check', '--fetch-images'], 'lectern build'],
  ])('%j is a usage error that names the remedy', async (args, remedy) => {
    const {code, stderr} = await runLectern(args, {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain(remedy)
  })

  test('a folder that is no course is an error of the environment', async () => {
    const {code, stderr} = await runLectern(['build', folder])
    expect(code).toBe(2)
    expect(stderr).toContain('course.yml')
  })

  test('a browser that is not there is named with the places tried', async () => {
    const {code, stderr} = await runLectern(['build', small, '--browser', '/nowhere/chrome'], {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain('/nowhere/chrome')
    expect(stderr).toContain('npx puppeteer browsers install')
  })

  test('an old Node is told so in one line', async () => {
    const old = path.join(folder, 'old.mjs')
    await writeFile(old, "Object.defineProperty(process.versions, 'node', {value: '20.20.2'})\n")
    const {code, stderr} = await runLectern(['--version'], {env: {NODE_OPTIONS: `--import ${old}`}})
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('22.18')
  })
})
