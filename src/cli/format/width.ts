import { stripVTControlCharacters } from 'node:util'

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' })
// What terminals show two columns wide: emoji, and the scripts of East Asia.
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u

/** The columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of SEGMENTS.segment(stripVTControlCharacters(text))) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** The text, filled with spaces or shortened (with an ellipsis) to be `width` columns wide. It must be unpainted. */
export function padded(text: string, width: number): string {
  const own = widthOf(text)
  if (own <= width) return text + ' '.repeat(width - own)
  return shorten(text, width)
}

/** The text, shortened with an ellipsis when it is wider than `width`. It must be unpainted. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let short = ''
  let used = 0
  for (const { segment } of SEGMENTS.segment(text)) {
    const own = widthOf(segment)
    if (used + own > width - 1) break
    short += segment
    used += own
  }
  return width < 1 ? '' : `${short}…`
}
