import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

const ran = 'window.__ran=1'
const far = 'https://ran.example/x'

/** Texts that would run or ask for something in a document that takes them for more than text; a new one is a line. */
const texts: readonly string[] = [
  `<script>${ran}</script>`,
  `</title></style></script><script>${ran}</script>`,
  `"><img src=x onerror=${ran}>`,
  `' onmouseover='${ran}' autofocus onfocus='${ran}`,
  `<svg onload=${ran}>`,
  `]]><!--><script>${ran}</script>`,
  `\${${ran}} {{constructor.constructor("${ran}")()}}`,
  `<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>`,
  `<base href="${far}"><meta http-equiv=refresh content="0;url=${far}">`,
  `<link rel=stylesheet href=${far}.css><style>@import "${far}.css"</style>`,
  `&lt;script&gt;${ran}&lt;/script&gt; &#60;img src=${far}&#62;`,
  `<form action=${far}><button formaction=javascript:${ran}>x</button></form>`,
  `<math href="javascript:${ran}"><maction actiontype="statusline#${far}">x</maction></math>`,
  `\u2028</script><script>${ran}</script>`,
]

/** Markdown that each is a block, or stands in a line of one. */
const markdown: readonly string[] = [
  ...texts.map((text) => text.replaceAll('\u2028', ' ')),
  `[link](javascript:${ran})`,
  `[link](<java&Tab;script:${ran}>)`,
  `[link](  JAVASCRIPT:${ran} "title")`,
  `[link](data:text/html,<script>${ran}</script>)`,
  `[link](vbscript:${ran}) [link](file:///etc/passwd) [link](//ran.example/x) [link](view-source:${far})`,
  `[link][ref]\n\n[ref]: javascript:${ran}`,
  `<javascript:${ran}>`,
  `<a href="javascript:${ran}" ping="${far}" onclick="${ran}" target=_top>x</a>`,
  `<div onclick="${ran}" style="background:url(${far})"><a href="java\tscript:${ran}">block</a><a href="blob:${far}">b</a></div>`,
  `<details ontoggle="${ran}" open><summary>s</summary>\n\ntext\n\n</details>`,
  `x <video src="${far}" autoplay onplay="${ran}"></video> <object data="${far}"></object> <embed src="${far}">`,
  `<svg><a xlink:href="javascript:${ran}"><text>x</text></a><use href="data:image/svg+xml,x#x"/><set attributeName=href to=javascript:${ran} /></svg>`,
  `<input autofocus onfocus="${ran}"> <select autofocus onfocus="${ran}"><option>x</select>`,
  `<div data-markdown data-src="${far}" data-preview-link="${far}" data-background-iframe="${far}">x</div>`,
  `<template><script>${ran}</script></template><noscript><img src=x onerror=${ran}></noscript>`,
  '[span]{.onclick onclick="__ran=1" style="background:url(ran.example)" href="javascript:__ran=1"}',
  `$\\mmlToken{mi}[href="javascript:${ran}"]{x}$ $\\mmlToken{mi}[style="background:url(${far})"]{y}$ $\\color{url(${far})}z$`,
  `$\\text{<img src=x onerror=${ran}>}$ $\\text{</script><script>${ran}</script>}$`,
  `$$\\fcolorbox{url(${far})}{red}{k}$$`,
  `\`<script>${ran}</script>\` :abbr[A]{title='"><script>${ran}</script>'} :kbd[<img src=x onerror=${ran}>]`,
  `:index["><script>${ran}</script>]{sort="javascript:${ran}"} :term[T<img src=x onerror=${ran}>]`,
  `"quoted <b onmouseover=${ran}>b</b>"[^n]\n\n[^n]: Note <img src=x onerror=${ran}> [l](javascript:${ran}).`,
]

/** The file of a drawing. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 90" onload="${ran}">
<script>${ran}</script><style>@import "${far}.css";rect{fill:url(${far})}text{background:image-set("${far}" 1x)}</style>
<rect width="200" height="90" fill="#fff" style="mask:url(${far})" onclick="${ran}"/>
<a xlink:href="javascript:${ran}"><text x="9" y="20" font-size="16">drawn<animate attributeName="href" values="javascript:${ran}"/><set attributeName="href" to="javascript:${ran}"/></text></a>
<use href="data:image/svg+xml,&lt;svg id='x' onload='${ran}'/&gt;#x"/><image href="${far}.png"/>
<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${far}"/><img src="x" onerror="${ran}"/></body></foreignObject>
</svg>`

const quote = (text: string) => JSON.stringify(text)
/** For what stands on every slide, where there is little room. */
const shorts: readonly string[] = [
  '<script>__ran=1</script>',
  '"><img src=x onerror=__ran=1>',
  '</style><svg onload=__ran=1>',
  '</title><script>__ran=1</script>',
]

let next = 0
/** Each field gets another of the texts. */
const text = (name: string) => `${name} ${texts[next++ % texts.length]}`

/** Another of the short ones. */
const short = (name: string) => `${name} ${shorts[next++ % shorts.length]}`

const drawings = `"'><script>${ran}<!-- pic.svg`

function courseFile(): string {
  return `title: ${quote(short('Title'))}
subtitle: ${quote(short('Subtitle'))}
description: ${quote(text('Description'))}
language: en
authors: [${quote(short('Author'))}, ${quote(short('Author'))}]
publisher: ${quote(text('Publisher'))}
subjects: [${quote(text('Subject'))}]
collection: {title: ${quote(text('Series'))}, position: 1}
date: '2026-01-01'
identifier: ${quote(`javascript:${ran}`)}
license: {name: ${quote(text('Licence'))}, url: ${quote(`javascript:${ran}`)}}
slug: hostile
theme: ./theme
tokens: {accent: '#0f5132', sans: '"</style><script>${ran}</script>", "Lectern Sans"'}
slide-tokens: {ink: '#101010'}
labels: {figure: ${quote(short('Figure {}'))}, chapter: ${quote(short('Chapter {}'))}, note: ${quote(short('Note'))}}
variables: {trap: ${quote(texts[0] ?? '')}, html: ${quote(texts[2] ?? '')}}
bibliography: [works.json, works.bib]
csl: style.csl
epub: {certified-by: ${quote(text('Certifier'))}}
math: {macros: {trap: ${quote(String.raw`\mmlToken{mi}[href="javascript:${ran}"]{x}`)}}}
lectures: [{title: ${quote(text('Lecture'))}, minutes: 45, from: one}]
chapters:
  - part: ${quote(short('Part'))}
    chapters: [${quote(chapterName)}]
back: [back.md]
editions: {student: [deck, epub, pdf, slides, handout], teacher: [deck]}
rules: {url-is-safe: warn, font-is-usable: warn, link-resolves: warn, attribute-is-known: warn, image-is-local: warn, image-exists: warn, term-is-explained: warn, objective-is-covered: 'off', objective-is-exercised: 'off'}
`
}

const chapterName = `one '&<img src=x onerror=${ran}>.md`
const fence = '```'

function chapter(): string {
  return `---
id: one
title: ${quote(text('Front'))}
objectives: [{id: obj-a, text: ${quote(short('Objective'))}}]
covers: [a]
---

# Chapter <img src=x onerror=__ran=1>

## Texts {short="S' onload='__ran=1" state="x" slides=reading background-color="#fff" data-background-iframe="javascript:__ran=1" data-src="ran.example/x" data-markdown="x" data-notes="' onload='__ran=1"}

Words.

### Of all kinds {slides=reading}

${markdown.slice(0, 18).join('\n\n')}

### And of more {slides=reading}

${markdown.slice(18).join('\n\n')}

{{trap}} and {{html}}, [@trap, p. <b>1</b>] and [@bib].

## Blocks {#sec-blocks}

![Caption <script>${ran}</script> and text](${encodeURIComponent(drawings)}){#fig-a alt='"><img src=x onerror=${ran}>' width=40%}

In a line of words that go on for a while, so that the drawing in it is no larger than it should be, ![alt "><script>${ran}</script>](${encodeURIComponent(drawings)}).

:::note[Title <img src=x onerror=${ran}>]
Text
:::

:::exercise[Title]{#exr-a}
What <script>${ran}</script>?
:::

:::solution{for="exr-a"}
That "><script>${ran}</script>.
:::

:::notes{minutes=3}
Notes <img src=x onerror=${ran}> [l](javascript:${ran}) and "><script>${ran}</script>
:::

${fence}html {#lst-a title="</code><script>${ran}</script>"}
</code></pre><script>${ran}</script>
${fence}

| a "><script>${ran}</script> | b |
| --- | --- |
| <img src=x onerror=${ran}> | [l](javascript:${ran}) |

: Caption "><script>${ran}</script> {#tbl-a}

::include{file="listings/a.md"}

## Drawings

${fence}mermaid {#fig-m caption="M" alt="m"}
%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": false}, "themeCSS": "@import url(${far}.css);"}}%%
flowchart LR
  A["<img src=x onerror=${ran}> label"] --> B["</text><script>${ran}</script>"]
  click A href "javascript:${ran}"
  click B call alert()
${fence}

${fence}graphviz {#fig-g caption="G" alt="g"}
digraph { a [label="</text><script>${ran}</script>", URL="javascript:${ran}", tooltip="\\"><script>", id="x\\" onload=\\"${ran}"]; b [label="b", href="${far}"]; a -> b [label="e", URL="javascript:${ran}"] }
${fence}
`
}

const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>x</title><id>x</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout prefix="&lt;script&gt;${ran}&lt;/script&gt;(" suffix=")"><names variable="author"/><text variable="locator" prefix=" "/></layout></citation>
<bibliography><layout prefix="&lt;a href=&quot;javascript:${ran}&quot;&gt;" suffix="&lt;/a&gt;"><names variable="author"/><text variable="title" prefix=" "/><text variable="URL" prefix=" &lt;img src=x onerror=${ran}&gt; "/><text variable="DOI" prefix=" "/></layout></bibliography>
</style>
`

const files: Readonly<Record<string, () => string>> = {
  'course.yml': courseFile,
  [chapterName]: chapter,
  'back.md': () => `# Glossary\n\n:::glossary\nT\n: Meaning <img src=x onerror=${ran}>\n:::\n`,
  [drawings]: () => drawing,
  'listings/a.md': () => `Included <script>${ran}</script> [l](javascript:${ran})\n`,
  'works.json': () =>
    JSON.stringify([
      {
        id: 'trap',
        type: 'book',
        title: `T <script>${ran}</script>`,
        author: [{literal: `"><img src=x onerror=${ran}>`}],
        URL: `javascript:${ran}`,
        DOI: `"><script>${ran}</script>`,
        publisher: '<a href="javascript:1">p</a>',
      },
    ]),
  'works.bib': () =>
    `@book{bib, title={B <script>${ran}</script>}, author={A, B}, url={javascript:${ran}}, doi={javascript:${ran}}, year=2020}\n`,
  'style.csl': () => style,
  'theme/theme.yml': () =>
    `name: ${quote(`x</style><script>${ran}</script>`)}\ndescription: ${quote(texts[1] ?? '')}\n`,
  'theme/deck.css': () =>
    `/*</style><script>${ran}</script>*/\n.state-x::after { content: "</style><script>${ran}</script>"; }\n`,
  'theme/site.css': () => `a[title="</STYLE><img src=x onerror=${ran}>"] { color: red; }\n`,
}

/** A course in which whatever an author can say carries something that would run or reach the network, and which can be built. */
export async function writeHostileCourse(folder: string): Promise<void> {
  next = 0
  for (const [name, contents] of Object.entries(files)) {
    const location = path.join(folder, name)
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(location), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(location, contents())
  }
}
