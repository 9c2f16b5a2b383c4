import {toString} from 'mdast-util-to-string'
import type {Prose} from '../../model/block.ts'

/** Whether a paragraph ends in a colon: then it announces what follows and must not be parted from it. */
export const announces = ({children}: Prose): boolean => /[：:]\s*$/u.test(toString([...children]))
