// Control and format characters (escape sequences, bidirectional marks, zero-width ones), line breaks of all kinds, and
// halves of surrogate pairs: all that can move a cursor, hide a text or turn it round.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const UNSAFE_IN_JSON = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e' }

/**
 * A text of somebody else, made fit for a terminal: whatever it holds, it stays on its line and shows what it is.
 * For the exact text there is `--json`.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => SHORT[character] ?? `\\u{${codeOf(character)}}`)
}

/** JSON that is safe on a terminal too: what could do harm is written as `\u…`, which reads back as the same value. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16)
}
