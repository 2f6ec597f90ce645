// Control characters that terminals obey, what turns the direction of text around, and what takes no room.
const UNSEEN = /[\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

/**
 * A text with what nobody would see written as JSON writes it, such as `\\u200b`: ids that differ look different, and what
 * is pasted elsewhere is what it looks like.
 */
export function plainlyWritten(text: string): string {
  return text.replace(UNSEEN, (unseen) =>
    Array.from({ length: unseen.length }, (_, at) => `\\u${unseen.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}
