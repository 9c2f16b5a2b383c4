/** Commands of TeX whose sign is a character. */
const written =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × div ÷ cdot · pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ infty ∞ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ to → rightarrow → leftarrow ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ mapsto ↦ ldots … cdots ⋯ dots … ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ circ ∘ ast ∗ star ⋆ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ angle ∠ degree ° prime ′ langle ⟨ rangle ⟩ lvert | rvert | mid | lVert ‖ rVert ‖ setminus ∖'

const signs: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    written.matchAll(/(?<name>\S+) (?<sign>\S+)/gu),
    ({groups}) => [groups?.['name'] ?? '', groups?.['sign'] ?? ''] as const,
  ),
  ['quad', ' '],
  ['qquad', ' '],
  ['sqrt', '√'],
])

const raised = new Map(Array.from('0123456789+-=()ni', (one, index) => [one, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'[index] ?? one]))
const lowered = new Map(Array.from('0123456789+-=()', (one, index) => [one, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[index] ?? one]))

/** An index in characters of its own where they exist, else behind its sign. */
function script(sign: '^' | '_', content: string): string {
  const characters = sign === '^' ? raised : lowered
  const all = Array.from(content)
  if (all.every((one) => characters.has(one))) return all.map((one) => characters.get(one)).join('')
  return all.length > 1 ? `${sign}(${content})` : `${sign}${content}`
}

/**
 * A short formula as text, for places that hold nothing else: bookmarks, the contents of an e-book, running heads.
 * Never TeX: a command without a sign is its name.
 */
export function formulaText(tex: string): string {
  return tex
    .replaceAll(
      /\\(?:mathrm|mathbf|mathit|mathsf|mathbb|mathcal|boldsymbol|operatorname\*?|text|textbf|textit|bm|left|right|big|Big|displaystyle)(?![A-Za-z])/gu,
      '',
    )
    .replaceAll(/\\d?frac\s*\{(?<above>[^{}]*)\}\s*\{(?<below>[^{}]*)\}/gu, '$<above>/$<below>')
    .replaceAll(/\\(?<name>[A-Za-z]+)\s*/gu, (_all, name: string) => signs.get(name) ?? name)
    .replaceAll(/\\[,;:!> ]/gu, ' ')
    .replaceAll(/(?<sign>[\^_])\s*(?:\{(?<group>[^{}]*)\}|(?<one>[^\s{}]))/gu, (...match: unknown[]) => {
      const {group, one = '', sign} = match.at(-1) as {sign: '^' | '_'; group?: string; one?: string}
      return script(sign, group ?? one)
    })
    .replaceAll(/[{}\\]/gu, '')
    .replaceAll(/[\s~]+/gu, ' ')
    .trim()
}
