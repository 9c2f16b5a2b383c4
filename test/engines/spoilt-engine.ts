/** An engine that does what engines do at their worst. */
export function open(load: 'soundly' | 'badly'): (input: string) => unknown {
  if (load === 'badly') throw new Error('no such engine')
  return (input) => {
    switch (input) {
      case 'for ever':
        for (;;);
      case 'throw':
        throw new Error('not understood')
      case 'waste': {
        const all: unknown[] = []
        for (;;) all.push(Array.from({length: 1000}, () => ({})))
      }
      case 'deep':
        return deep()
      default:
        return input.toUpperCase()
    }
  }
}

function deep(): number {
  return 1 + deep()
}
