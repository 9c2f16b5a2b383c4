import type {Density} from '../../src/model/deck.ts'

/** That of the theme `lectern`. */
export const density: Density = {lead: 40, item: 36, list: 160, container: 110}
