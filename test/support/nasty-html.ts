/** HTML as old courses have it, by what is nasty in it: valid in no EPUB as it is. */
export const nastyHtml: Readonly<Record<string, string>> = {
  'align on blocks': '<p align="center" width="60%">居中</p>\n\n<div align="right"><h3 align="left">题</h3></div>',
  'looks of a table':
    '<table border="1" width="80%" bgcolor="#eee" cellpadding="4" cellspacing="0" align="center">\n<tr bgcolor="red" height="20"><td width="50" valign="top" nowrap>甲</td><th scope="col" abbr="乙">乙</th></tr>\n</table>',
  'center and font':
    '<center><font color="red" size="+2" face="Arial">红</font> <big>大</big> <tt>等宽</tt> <strike>删</strike></center>',
  'lists in cells':
    '<table><tr><td><ul type="square"><li value="3">一<ol start="5" reversed><li>二</li></ol></li></ul></td></tr></table>',
  'odd identifiers': '<p id="1 第一">甲</p>\n\n<a name="a b"></a>锚点 <span id="">空</span> <span id="x:y.z">点</span>',
  'identifiers twice': '<p id="same">甲</p>\n\n<p id="same">乙</p>\n\n## 丙 {#same}',
  'a drawing in the text':
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20"><title>方块</title><rect id="r" width="10" height="10" fill="red"/><use href="#r" x="5"/></svg>',
  'two drawings with one identifier':
    '<svg viewBox="0 0 9 9"><g id="g"><path d="M0 0h9"/></g></svg>\n\n<svg viewBox="0 0 9 9"><g id="g"><path d="M0 0v9"/></g></svg>',
  'sound and film':
    '<video src="https://example.org/a.mp4" controls width="320">看不了</video>\n\n<audio controls><source src="a.ogg" type="audio/ogg">听不了</audio>',
  'a caption and groups':
    '<table><caption align="bottom">题</caption><colgroup><col width="20"><col span="2"></colgroup><thead><tr><th>甲</th><th>乙</th></tr></thead><tfoot><tr><td colspan="0">脚</td></tr></tfoot><tbody><tr><td rowspan="99">长</td><td>短</td></tr></tbody></table>',
  'rows of any length': '<table><tr><td colspan="3">宽</td></tr><tr><td>一</td></tr><tr></tr></table>',
  'ruby of all kinds':
    '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> <ruby><rb>字</rb><rt>じ</rt></ruby> <ruby>無<rtc><rt>む</rt></rtc></ruby>',
  'readings of nothing':
    '<p><rt>独</rt>自</p>\n\n文<rt>独</rt>自 <ruby>漢</ruby> <ruby><rt>前</rt>後</ruby> <ruby>漢<rt>かん</rt>字</ruby> <ruby><b>粗<rt>そ</rt></b></ruby> <ruby>双<rt>一</rt><rt>二</rt></ruby>',
  'values that cells cannot have':
    '<table><tbody><tr><th scope="everything" id="h">甲</th><td headers="h x" rowspan="-1" colspan="1.5" lang="zz-@@" dir="up" title="">乙</td></tr></tbody><caption>题</caption><caption>又题</caption><thead><tr><td colspan="5000">头</td></tr></thead><thead><tr><td>又头</td></tr></thead></table>',
  'lists of odd numbers': '<ol start="x" reversed type="i"><li value="y">一</li>游离<li>二</ol>',
  'empty elements': '<p></p>\n\n<ul></ul>\n\n<dl></dl>\n\n<table></table>\n\n<b></b><a></a><span/>\n\n<ruby></ruby>后',
  'terms without descriptions':
    '<dl><dt>词</dt></dl>\n\n<dl><dd>义</dd></dl>\n\n<dl><div><dt>词</dt><dd>义</dd></div></dl>\n\n<dl><dt>甲</dt>游离的字<dd>乙</dd><dt>末</dt></dl>\n\n<dl><dt>甲</dt><dd></dd><dt>末</dt></dl>',
  'blocks in lines': '<span><div>块</div></span> <b><p>段</p></b> <a href="https://example.org"><h4>题</h4></a>',
  'links in links':
    '<a href="https://example.org">外<a href="https://example.org/b">内</a></a> [<a href="https://example.org/c">丙</a>](https://example.org/d)',
  'odd addresses':
    '<a href="https://example.org/a b|c?d=[1]&e=%zz" target="_blank" rel="nofollow">甲</a> <a href="#没有">乙</a>',
  'folded text': '<details open><summary><h3>题</h3></summary><details><summary></summary>里</details></details>',
  'attributes of scripts and data':
    '<p onclick="alert(1)" style="position:fixed;color:red" data-x="1" aria-label="乙" role="banner" lang="zz-@@" dir="up" tabindex="5">甲</p>',
  'characters that XML has not': '<p title="a\u0001b">控\u000B制&#1;&#x0;符&nosuch;&nbsp;&copy;</p>',
  'elements of tomorrow':
    '<my-widget kind="x">部件</my-widget> <dialog open>对话</dialog> <slot>槽</slot> <marquee>走</marquee>',
  'sections of a page':
    '<main><article><header><h1>题</h1></header><nav><a href="#x">导航</a></nav><section>节</section><aside>旁</aside><footer>脚</footer></article></main>',
  'pictures in all sizes':
    '<picture><source srcset="b.webp 2x" media="(min-width: 9px)"><img src="p.svg" alt="图" width="50%" height="auto" align="left" hspace="3" border="0" ismap usemap="#m" loading="lazy"></picture>',
  'formulas by hand':
    '<math display="block"><mi>x</mi><mo>=</mo><mfrac><mn>1</mn></mfrac><semantics><mi>y</mi></semantics></math>',
  'unclosed and crossed': '<b>粗<i>斜</b>体</i>\n\n<div><p>一<p>二</div></span>',
}
