// Neither package has types of its own.
declare module 'citeproc' {
  export interface EngineSystem {
    retrieveLocale(language: string): string
    retrieveItem(id: string): unknown
  }
  export interface ClusterItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
  }
  export interface Cluster {
    citationID: string
    citationItems: ClusterItem[]
    properties: {noteIndex: number; mode?: 'composite'}
  }
  export class Engine {
    // As the package has it.
    // oxlint-disable-next-line max-params
    constructor(system: EngineSystem, style: string, language: string, forceLanguage: boolean)
    opt: {xclass: string}
    rebuildProcessorState(clusters: Cluster[], format: 'html'): [id: string, noteIndex: number, text: string][]
    makeBibliography(): [{entry_ids: string[][]}, string[]] | false
  }
  const CSL: {Engine: typeof Engine}
  export default CSL
}

declare module '@citation-js/core' {
  export const plugins: {
    input: {chain(data: string, options: {generateGraph: boolean; forceType: string}): unknown[]}
    config: {get(name: '@csl'): {styles: {data: Record<string, string>}; locales: {data: Record<string, string>}}}
  }
}
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
