/** A construct of another tool, and what of lectern's own it is read as. */
export interface ForeignSpelling {
  readonly tool: string
  readonly written: string
  readonly becomes: string
  /** Causes of the messages; none where it is read as its author meant. */
  readonly causes?: readonly string[]
}

/** What another tool writes, lectern's own spelling, and the causes of the messages. */
type Written = readonly [written: string, becomes: string, ...causes: readonly string[]]

const same = (tool: string, ...[written, becomes, ...causes]: Written): ForeignSpelling => ({
  tool,
  written,
  becomes,
  causes,
})

const quarto = 'Quarto, knitr chunk'

export const foreignSpellings: readonly ForeignSpelling[] = [
  // Pandoc
  same('Pandoc', "# T {#a .unnumbered short='a b'}", '# T {#a .unnumbered short="a b"}'),
  same('Pandoc', '# T {-}', '# T {.unnumbered}'),
  same('Pandoc', '![a](f.svg){#fig:x width=50%}', '![a](f.svg){#fig-x width=50%}'),
  same(
    'Pandoc',
    String.raw`![a](f.svg){#fig-x alt="say \"b\" $x$ <i> *c*"}`,
    `![a](f.svg){#fig-x alt='say "b" $x$ <i> *c*'}`,
  ),
  same('Pandoc', '::: exercise\n::: hint\na\n:::\n:::', '::::exercise\n:::hint\na\n:::\n::::'),
  same('Pandoc', 'a) x\nb) y', '1. x\n2. y'),
  same('Pandoc', '#. x\n#. y', '1. x\n1. y'),
  same('Pandoc', '| a\n| b', 'a\\\nb'),
  same('Pandoc', '| a |\n| - |\n| 1 |\n\nTable: c {#tbl:x}', '| a |\n| - |\n| 1 |\n\n: c {#tbl-x}'),
  same('Pandoc', 'Table: c\n\n| a |\n| - |\n| 1 |', '| a |\n| - |\n| 1 |\n\n: c'),
  same('Pandoc', '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+', '| a | b |\n| - | - |\n| 1 | 2 |'),
  same('Pandoc', '  a     b\n----  ---\n  1     2\n', '| a | b |\n| --: | --: |\n| 1 | 2 |'),
  same('Pandoc', '见[@fig-a]', '见@fig-a'),
  same('Pandoc', '```{=html}\n<div>x</div>\n```', '<div>x</div>'),
  same('Pandoc', '[x]{.underline}', '<u>x</u>'),
  same('Pandoc', '见@Fig:x', '见@fig-x'),
  // Quarto, knitr
  same('Quarto', '::: {.callout-note title="T"}\na\n:::', ':::note{title="T"}\na\n:::'),
  same('Quarto', '::: {.callout-tip}\n## T\n\na\n:::', ':::tip[T]\na\n:::'),
  same('Quarto', '::: {#thm-a}\n## T\n\na\n:::', ':::theorem[T]{#thm-a}\na\n:::'),
  same('Quarto', '::: {.panel-tabset}\n## A\n\na\n\n## B\n\nb\n:::', '## A\n\na\n\n## B\n\nb', 'Quarto panel-tabset'),
  same('Quarto', '::: {.column-margin}\na\n:::', 'a', 'Quarto column-margin'),
  same('Quarto', '::: {layout-ncol=2}\na\n:::', 'a', 'Quarto div'),
  same('Quarto', '::: {.content-visible when-format="pdf"}\na\n:::', ':::only{in="pdf"}\na\n:::'),
  same('Quarto', '{{< include a.py >}}', '::include{file="a.py"}'),
  same('Quarto', '{{< pagebreak >}}\n\na', 'a'),
  same('Quarto', 'a {{< fa star >}} b', 'a  b', 'Hugo icon'),
  same('Quarto', '{{< kbd Ctrl+C >}}', ':kbd[Ctrl]+:kbd[C]'),
  same('Quarto', '{{< video https://a.example/v >}}', '[https://a.example/v](https://a.example/v)', 'Hugo video'),
  same(
    'Quarto',
    '```{python}\n#| label: lst-a\n#| lst-cap: T\n#| echo: false\nx\n```',
    '```python {#lst-a title="T"}\nx\n```',
    quarto,
  ),
  same('knitr', '```{r fit, echo=FALSE, fig.cap="a, b"}\nx\n```', '```r {#fig-fit title="a, b"}\nx\n```', quarto),
  same('bookdown', String.raw`图 \@ref(fig:x)`, '图 @fig-x'),
  // MyST, Sphinx
  same('MyST', '```{note} T\na\n```', ':::note[T]\na\n:::'),
  same('MyST', ':::{admonition} T\na\n:::', ':::note[T]\na\n:::'),
  same(
    'MyST',
    '````{exercise} T\n:label: exr-a\n\na\n```{hint}\nb\n```\n````',
    '::::exercise[T]{#exr-a}\na\n:::hint\nb\n:::\n::::',
  ),
  same(
    'MyST',
    '```{figure} f.svg\n:name: fig-x\n:width: 40%\n:alt: z\n\ncap\n```',
    '![cap](f.svg){#fig-x alt="z" width=40%}',
  ),
  same('MyST', '```{math}\n:label: eq-x\n\na = b\n```', '$$\na = b\n$$ {#eq-x}'),
  same(
    'MyST',
    '```{code-block} python\n:caption: T\n:emphasize-lines: 1\n\nx\n```',
    '```python {title="T" highlight="1"}\nx\n```',
  ),
  same('MyST', '$$\na = b\n$$ (eq:x)\n\n如{eq}`eq:x`', '$$\na = b\n$$ {#eq-x}\n\n如@eq-x'),
  same('MyST', '$$a = b$$ (plain_label)', '$$a = b$$ {#plain_label}'),
  same('MyST', '$$\na = b\n$$ (euler)', '$$\na = b\n$$ {#euler}'),
  same('MyST', '$$\na &= b \\\\\n&= c\n$$', '$$\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n$$'),
  same('MyST', '$$\na \\\\ b\n$$', '$$\n\\begin{gathered}\na \\\\ b\n\\end{gathered}\n$$'),
  same('MyST', '```{code-cell} ipython3\nx\n```', '```python\nx\n```'),
  same('Org', '```jupyter-python\nx\n```', '```python\nx\n```'),
  same('Pygments', '```pycon\nx\n```', '```python\nx\n```'),
  same('MyST', '```{tableofcontents}\n```\n\na', 'a'),
  same('MyST', '```{literalinclude} a.py\n:lines: 1-2\n```', '::include{file="a.py" lines=1-2}'),
  same('MyST', '见{numref}`fig:x`与{eq}`eq-y`', '见@fig-x与@eq-y'),
  same('MyST', '{cite}`zhou2016,vaswani2017`', '[@zhou2016; @vaswani2017]'),
  same('MyST', '{cite:t}`zhou2016` 说', '@zhou2016 说'),
  same('MyST', '{ref}`字 <sec-a>`', '[字](#sec-a)'),
  same('MyST', '{doc}`字 <b>`与{download}`文 <c.zip>`', '[字](b.md)与[文](c.zip)'),
  same('MyST', '{term}`词`、{kbd}`C`、{math}`x`', ':term[词]、:kbd[C]、$x$'),
  same('MyST', '(sec-a)=\n## T', '## T {#sec-a}'),
  same('MyST', '(sec:a)=\n\n## T', '## T {#sec-a}'),
  same('MyST', '(a)=\n```{note}\nb\n```', ':::note{#a}\nb\n:::'),
  same('MyST', '[a](inv:python#b)', 'a', 'MyST inv:'),
  same('MyST', '[a](project:b.md)', '[a](b.md)'),
  same('MyST', '<doi:10.1/a>', '[](https://doi.org/10.1/a)'),
  same('MyST', 'a\n\n+++\n\nb', 'a\n\nb'),
  same('Sphinx', '.. note::\n\n   a', ':::note\na\n:::'),
  // d2l
  same('d2l', '## T\n:label:`sec_t`', '## T {#sec_t}'),
  same('d2l', '![a](f.svg)\n:label:`fig_x`', '![a](f.svg){#fig_x}'),
  same('d2l', '$$a=b$$\n:eqlabel:`eq_x`', '$$a=b$$ {#eq_x}'),
  same('d2l', '如 :cite:`zhou2016` 所述', '如 [@zhou2016] 所述'),
  same('d2l', ':begin_tab:`mxnet`\na\n:end_tab:', '**mxnet**\\\na', 'd2l tabs'),
  // mdBook
  same('mdBook', '{{#include a.py:2:3}}', '::include{file="a.py" lines=2-3}'),
  same('mdBook', '{{#rustdoc_include a.py:area}}', '::include{file="a.py" region=area}'),
  same('mdBook', '{{#title T}}\n\na', 'a'),
  same('mdBook', '```python\n{{#include a.py:4:5}}\n```', '```python\ndef area(r):\n    return math.pi * r * r\n```'),
  same('mdBook', '```rust,editable\n# use a;\nb\n```', '```rust {.editable}\nb\n```', 'mdBook # hidden'),
  // Jekyll, Liquid, kramdown
  same('Jekyll', '{% highlight ruby %}\nx\n{% endhighlight %}', '```ruby\nx\n```'),
  same('Jekyll', '{% raw %}\na\n{% endraw %}', 'a'),
  same('Jekyll', '{% comment %}\na\n{% endcomment %}\n\nb', 'b'),
  same('kramdown', '## T\n{: #sec-a }', '## T {#sec-a}'),
  same('kramdown', '> a\n{: .note }', ':::note\na\n:::'),
  same('kramdown', '* TOC\n{:toc}\n\na', '* TOC\n\na'),
  same('kramdown', '{::comment}\na\n{:/comment}\n\nb', 'b'),
  same('PHP Markdown Extra', '*[HTML]: M\n\nHTML', ':abbr[HTML]{title="M"}'),
  // MkDocs
  same('MkDocs', '!!! note "T"\n    a\n\n    b\n\nc', ':::note[T]\na\n\nb\n:::\n\nc'),
  same('MkDocs', '??? tip "T"\n    a', ':::details[T]\na\n:::'),
  same('MkDocs', '!!! danger\n    a\n\n    !!! tip\n        b', '::::caution\na\n\n:::tip\nb\n:::\n::::'),
  same('MkDocs', '=== "A"\n\n    a\n\n=== "B"\n\n    b', '**A**\n\na\n\n**B**\n\nb', 'MkDocs tabs'),
  same('MkDocs', '--8<-- "a.py"', '::include{file="a.py"}'),
  same('MkDocs', '按 ++ctrl+c++', '按 :kbd[Ctrl]+:kbd[C]'),
  same('MkDocs', ':material-home: a', 'a', 'MkDocs :icon:'),
  same('MkDocs', '[TOC]\n\na', 'a'),
  // Docusaurus, VitePress
  same('Docusaurus', ':::tip 当心 [一]\na\n:::', ':::tip[当心 [一]]\na\n:::'),
  same('Docusaurus', ':::info\na\n:::', ':::note\na\n:::'),
  same('Docusaurus', "import A from './a'\n\na", 'a', 'MDX import'),
  same(
    'Docusaurus',
    '<Tabs>\n<TabItem value="a" label="A">\n\na\n\n</TabItem>\n</Tabs>',
    '**A**\n\na',
    'MDX component',
    'MDX tabs',
  ),
  same('VitePress', '::: details T\na\n:::', ':::details[T]\na\n:::'),
  same('VitePress', '[[toc]]\n\na', 'a'),
  same('VitePress', '<<< ./a.py#area{2}', '::include{file="./a.py" region=area highlight="2"}'),
  same('VitePress', '```js:line-numbers\nx\n```', '```js lineNumbers\nx\n```'),
  same('Hexo', '```js:src/app.js\nx\n```', '```js {title="src/app.js"}\nx\n```'),
  same('bookdown', '![(ref:a)](f.svg)\n\n(ref:a) 甲', '![甲](f.svg)'),
  same('docsify', "[a](a.py ':include')", '::include{file="a.py"}'),
  // Obsidian
  same('Obsidian', '> [!faq]- **T** x\n> a', ':::note[**T** x]\na\n:::'),
  same('Obsidian', '> [!bug]\n> a', ':::caution[Bug]\na\n:::'),
  same('Obsidian', '见 [[b|乙]]', '见 [乙](b.md)'),
  same('Obsidian', '![[f.svg|甲]]', '![甲](f.svg)'),
  same('Obsidian', '甲==乙==丙', '甲<mark>乙</mark>丙'),
  same('Obsidian', '甲%%乙%%丙', '甲丙'),
  same('Obsidian', '甲 ^a-1', '甲', 'Obsidian ^block'),
  // The Carpentries
  same(
    'Carpentries',
    '::::: challenge\n## T\n\na\n\n::: solution\nb\n:::\n:::::',
    '::::exercise[T]\na\n\n:::solution\nb\n:::\n::::',
  ),
  same('Carpentries', ':::::::: questions ::::::::\n- a\n::::::::', ':::note[Questions]\n- a\n:::'),
  same('Carpentries', '::: instructor\na\n:::', ':::notes\na\n:::'),
  same('Carpentries', '> ## T\n> a\n{: .callout}', ':::note[T]\na\n:::'),
  // GitBook, Hugo, Hexo
  same('GitBook', '{% hint style="info" %}\na\n{% endhint %}', ':::note\na\n:::'),
  same('GitBook', '{% tabs %}\n{% tab title="A" %}\n\na\n\n{% endtab %}\n{% endtabs %}', '**A**\n\na', 'Liquid tabs'),
  same('GitBook', '{% content-ref url="b.md" %}\n[b](b.md)\n{% endcontent-ref %}', '[b](b.md)'),
  same('Hugo', '{{% notice tip "T" %}}\na\n{{% /notice %}}', ':::tip[T]\na\n:::'),
  same('Hugo', '{{< highlight go >}}\nx\n{{< /highlight >}}', '```go\nx\n```'),
  same('Hugo', '{{< figure src="f.svg" caption="c" >}}', '![c](f.svg)'),
  same('Hexo', '{% note info %}\na\n{% endnote %}', ':::note\na\n:::'),
  same('Hexo', '{% asset_img f.svg c %}', '![c](f.svg)'),
  // LaTeX
  same('LaTeX', '\\newpage\n\na', 'a', 'LaTeX \\newpage'),
  same('LaTeX', String.raw`甲\textbf{粗}\emph{斜}`, '甲<b>粗</b><i>斜</i>'),
  same('LaTeX', String.raw`甲\cite{zhou2016,vaswani2017}`, '甲[@zhou2016; @vaswani2017]'),
  same('LaTeX', '\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}', '- a\n- b'),
  same(
    'LaTeX',
    '\\begin{figure}\n\\includegraphics[width=0.5\\textwidth]{f.svg}\n\\caption{c}\n\\label{fig:x}\n\\end{figure}',
    '![c](f.svg){#fig-x width=50%}',
  ),
  // Chinese lists
  same('中文', '步骤：\n1、甲\n2、乙', '步骤：\n1. 甲\n1. 乙'),
  same('中文', '（一）甲\n（二）乙', '1. 甲\n1. 乙'),
  same('中文', '① 甲\n② 乙', '1. 甲\n1. 乙'),
  same('中文', '　　甲\n　　乙', '甲\n\n乙'),
  // Decks
  same(
    'reveal.js',
    '# T\n\n<!-- .slide: data-background="red" -->\n\na\n\nNote:\nb\n\n---\n\nc',
    '# T\n\na\n\n:::notes\nb\n:::\n\n---\n\nc',
    'reveal.js .slide',
  ),
  same('Marp', '# T\n\n<!-- _class: lead -->\n\na\n\n<!-- b -->', '# T\n\na\n\n:::notes\nb\n:::', 'Marp directive'),
  same('Marp', '![w:200 甲](f.svg)', '![甲](f.svg){width=200px}', 'Marp image'),
  same(
    'Slidev',
    'a\n\n---\nlayout: two-cols\n---\n\nb\n\n::right::\n\nc',
    'a\n\n---\n\nb\n\nc',
    'Slidev columns',
    'Slidev front matter',
  ),
  same('Slidev', '<v-clicks>\n\na\n\n</v-clicks>', 'a', 'MDX component'),
]
