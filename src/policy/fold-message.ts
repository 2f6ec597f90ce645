/** Longer messages differ from each other early enough. */
const MOST_READ = 1000
/** A shorter piece is in too many messages to find any by. */
const SHORTEST_STEADY = 4
const LONGEST_STEADY = 100
const FOLDED = '…'
/** The first half of a surrogate pair, at the end. */
const HALF = /[\ud800-\udbff]$/

/**
 * What differs between messages that say the same: addresses after their host, what is quoted, ids and numbers, and what
 * was redacted. Each kind begins with what the others do not, and none can be read in two ways: it takes linear time.
 */
const VOLATILE = new RegExp(
  [
    // The host says who failed; what follows it is one call's. (`keep`)
    /(?<keep>\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:?#"'`<>@]{1,255})[^\s"'`<>]*/.source,
    /"[^"\n]*"/.source,
    /`[^`\n]*`/.source,
    // Not the apostrophe of a word.
    /(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])/u.source,
    /\[redacted\]/.source,
    // Words with a digit in them: numbers, hex, uuids, our own ids, such as `op_01k…`.
    /(?<![\p{L}\p{N}_-])[\p{L}_-]{0,64}\p{N}[\p{L}\p{N}_-]*(?:[.,:][\p{L}\p{N}_-]*\p{N}[\p{L}\p{N}_-]*)*/u.source,
  ].join('|'),
  'giu',
)

/** The message with all that is volatile folded: what two failures for the same reason have in common. */
export function foldMessage(message: string): string {
  return read(message)
    .replace(VOLATILE, (...found) => keptOf(found) + FOLDED)
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The longest piece of the message that is not volatile: to search for those that say the same. Null when there is none
 * that is long enough.
 */
export function steadyPart(message: string): string | null {
  // A line break stands for what was folded: pieces do not go on over it.
  const pieces = read(message)
    .replace(VOLATILE, (...found) => `${keptOf(found)}\n`)
    .split(/\s*\n\s*/)
  const longest = pieces.map((piece) => piece.trim()).reduce((best, piece) => (piece.length > best.length ? piece : best), '')
  return longest.length < SHORTEST_STEADY ? null : cut(longest, LONGEST_STEADY).trim()
}

function read(message: string): string {
  return cut(message, MOST_READ)
}

/** Not through a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(HALF, '')
}

function keptOf(found: readonly unknown[]): string {
  return (found.at(-1) as { readonly keep?: string }).keep ?? ''
}
