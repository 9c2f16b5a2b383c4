/** Colours and fonts of diagrams, those of the theme's figures: dark enough for print, light enough behind text. */
export const diagramPalette = {
  font: "'Lectern Latin Sans','Lectern Sans','Lectern Emoji','Lectern Fallback',sans-serif",
  ink: '#1f2933',
  line: '#52606d',
  border: '#0b5fa5',
  fill: '#e6f0f8',
  note: '#fff3bf',
  accent: '#c2410c',
} as const
