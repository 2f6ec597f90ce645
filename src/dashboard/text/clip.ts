/** The first line of a text, at most `length` characters of it. Never cuts a character in two. */
export function clipped(text: string, length: number): string {
  const start = text.trimStart().slice(0, length + 1)
  const line = start.split(/[\r\n\u2028\u2029]/, 1)[0] ?? ''
  const cut = line.length > length ? wholeCharacters(line.slice(0, length)) : line
  return cut.length < text.trim().length ? `${cut}…` : cut
}

function wholeCharacters(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1)
}
