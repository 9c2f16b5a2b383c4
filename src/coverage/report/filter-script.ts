/** Runs in the report: shows the blocks whose text has the words typed, and that are in the state chosen. */
function filterBlocks(): void {
  const words = document.querySelector<HTMLInputElement>('#words')
  const state = document.querySelector<HTMLSelectElement>('#state')
  const count = document.querySelector('#count')
  if (!words || !state || !count) return
  const filter = () => {
    const wanted = words.value.toLowerCase().replaceAll(/\s/gu, '')
    let shown = 0
    for (const section of document.querySelectorAll<HTMLDetailsElement>('details.blocks')) {
      let inSection = 0
      for (const row of section.querySelectorAll<HTMLElement>('tbody tr')) {
        const text = (row.textContent ?? '').toLowerCase().replaceAll(/\s/gu, '')
        const isShown =
          text.includes(wanted) && (state.value === '' || row.dataset['states']?.split(' ').includes(state.value))
        row.hidden = !isShown
        if (isShown) inSection++
      }
      section.hidden = inSection === 0
      section.open = inSection > 0 && (wanted !== '' || state.value !== '')
      shown += inSection
    }
    count.textContent = String(shown)
  }
  words.addEventListener('input', filter)
  state.addEventListener('change', filter)
  const open = () => {
    const target = document.querySelector<HTMLDetailsElement>(
      `[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`,
    )
    if (target?.matches('details')) target.open = true
  }
  addEventListener('hashchange', open)
  open()
}

/** The script of the report. */
export const reportScript = `(${filterBlocks.toString()})()`
