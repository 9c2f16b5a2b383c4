/**
 * GB/T 7714—2015, numeric (顺序编码制), as a CSL 1.0.2 style. Written for lectern after the standard's sections 8 and 9.
 * Two layouts, chosen by the entry's language: 等 for Chinese entries, et al. for others (citeproc-js: `layout locale`).
 */
export const gb7714Numeric = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="zh-CN">
  <info>
    <title>GB/T 7714—2015 numeric</title>
    <id>https://lectern.example/csl/gb-7714-numeric</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <locale xml:lang="zh">
    <terms><term name="et-al">等</term><term name="anonymous">佚名</term><term name="page-range-delimiter">-</term><term name="citation-range-delimiter">-</term></terms>
  </locale>
  <locale xml:lang="en">
    <terms><term name="et-al">et al.</term><term name="anonymous">Anon</term><term name="page-range-delimiter">-</term><term name="citation-range-delimiter">-</term></terms>
  </locale>
  <macro name="names">
    <names variable="author">
      <name delimiter=", " delimiter-precedes-et-al="always" et-al-min="4" et-al-use-first="3" initialize-with=" " name-as-sort-order="all" sort-separator=" ">
        <name-part name="family" text-case="uppercase"/>
        <name-part name="given" text-case="uppercase"/>
      </name>
      <et-al term="et-al"/>
      <substitute>
        <names variable="editor"/>
        <names variable="translator"/>
      </substitute>
    </names>
  </macro>
  <macro name="kind">
    <choose>
      <if type="book"><text value="M"/></if>
      <else-if type="chapter"><text value="M"/></else-if>
      <else-if type="article-journal article-magazine" match="any"><text value="J"/></else-if>
      <else-if type="article-newspaper"><text value="N"/></else-if>
      <else-if type="paper-conference"><text value="C"/></else-if>
      <else-if type="thesis"><text value="D"/></else-if>
      <else-if type="report article" match="any"><text value="R"/></else-if>
      <else-if type="patent"><text value="P"/></else-if>
      <else-if type="standard legislation" match="any"><text value="S"/></else-if>
      <else-if type="dataset"><text value="DS"/></else-if>
      <else-if type="software"><text value="CP"/></else-if>
      <else-if type="webpage post post-weblog" match="any"><text value="EB"/></else-if>
      <else><text value="Z"/></else>
    </choose>
  </macro>
  <macro name="carrier">
    <group prefix="[" suffix="]" delimiter="/">
      <text macro="kind"/>
      <choose><if variable="URL"><text value="OL"/></if></choose>
    </group>
  </macro>
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
  <macro name="day">
    <date variable="issued">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros" prefix="-"/>
      <date-part name="day" form="numeric-leading-zeros" prefix="-"/>
    </date>
  </macro>
  <macro name="place">
    <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
  </macro>
  <macro name="published">
    <group delimiter=": ">
      <group delimiter=", "><text macro="place"/><text macro="year"/></group>
      <text variable="page"/>
    </group>
  </macro>
  <macro name="journal">
    <group delimiter=": ">
      <group delimiter=", ">
        <text variable="container-title"/>
        <text macro="year"/>
        <group><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>
      </group>
      <text variable="page"/>
    </group>
  </macro>
  <macro name="source">
    <choose>
      <if type="article-journal article-magazine" match="any"><text macro="journal"/></if>
      <else-if type="article-newspaper">
        <group delimiter=", "><text variable="container-title"/><text macro="day"/></group>
      </else-if>
      <else-if type="webpage post post-weblog" match="any">
        <group delimiter=". ">
          <text variable="container-title"/>
          <group><text macro="day" prefix="(" suffix=")"/><text macro="accessed"/></group>
        </group>
      </else-if>
      <else-if type="patent"><text macro="day"/></else-if>
      <else><text macro="published"/></else>
    </choose>
  </macro>
  <macro name="accessed">
    <choose>
      <if variable="accessed">
        <date variable="accessed" prefix="[" suffix="]">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros" prefix="-"/>
      <date-part name="day" form="numeric-leading-zeros" prefix="-"/>
    </date>
      </if>
    </choose>
  </macro>
  <macro name="host">
    <choose>
      <if type="paper-conference chapter" match="any">
        <group delimiter=". ">
          <names variable="editor"><name delimiter=", " initialize-with=" " name-as-sort-order="all" sort-separator=" "/></names>
          <text variable="container-title"/>
        </group>
      </if>
    </choose>
  </macro>
  <macro name="title">
    <group delimiter=": ">
      <text variable="title"/>
      <choose><if type="patent standard report" match="any"><text variable="number"/></if></choose>
    </group>
  </macro>
  <macro name="entry">
    <group delimiter=". ">
      <text macro="names"/>
      <group delimiter="//">
        <group><text macro="title"/><text macro="carrier"/></group>
        <text macro="host"/>
      </group>
      <text variable="edition"/>
      <text macro="source"/>
      <choose>
        <if type="webpage post post-weblog" match="none"><text variable="version"/></if>
      </choose>
      <text variable="URL"/>
      <choose><if variable="URL" match="none"><text variable="DOI" prefix="DOI: "/></if></choose>
    </group>
  </macro>
  <citation collapse="citation-number">
    <sort><key variable="citation-number"/></sort>
    <layout delimiter="," prefix="[" suffix="]" vertical-align="sup">
      <group delimiter=":"><text variable="citation-number"/><text variable="locator"/></group>
    </layout>
  </citation>
  <bibliography entry-spacing="0" second-field-align="flush">
    <layout locale="en" suffix=".">
      <text variable="citation-number" prefix="[" suffix="]"/>
      <text macro="entry"/>
    </layout>
    <layout suffix=".">
      <text variable="citation-number" prefix="[" suffix="]"/>
      <text macro="entry"/>
    </layout>
  </bibliography>
</style>
`
