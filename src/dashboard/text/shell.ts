/** A word that a POSIX shell reads as exactly this text. NUL, which no argument can hold, is left out. */
export function shellWord(text: string): string {
  const word = text.replaceAll('\0', '')
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
