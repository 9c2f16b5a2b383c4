import type {Nodes} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An xast tree without CDATA as XML: `]]>` must not stand in text (XML 1.0, 2.4), and the library leaves it there. */
export const serializeXml = (tree: Nodes): string => toXml(tree).replaceAll(']]>', ']]&gt;')
