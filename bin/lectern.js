#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one can be told in one line.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `lectern 需要 Node.js 22.18 以上，当前为 ${process.versions.node} / lectern needs Node.js 22.18 or later, this is ${process.versions.node}`,
  )
  process.exit(2)
}
// A checkout runs its sources, the package what they were compiled to.
const {existsSync} = await import('node:fs')
const sources = new URL('../src/cli/main.ts', import.meta.url)
await import(existsSync(sources) ? sources.href : new URL('../lib/cli/main.js', import.meta.url).href)
