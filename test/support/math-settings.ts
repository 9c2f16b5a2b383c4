import type {MathSettings} from '../../src/html/math/create-formulas.ts'

/** Those of a course that says nothing of formulas, on slides of 16:9. */
export const mathSettings: MathSettings = {macros: {}, packages: [], widthOnSlide: 32}
