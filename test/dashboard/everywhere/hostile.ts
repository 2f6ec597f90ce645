import type { Json, JsonObject } from '../../../src/operation/json.ts'

/** Markup that leaves its sign when it is taken for markup. */
const MARKUP = '<img src=x onerror="window.taken=1"><script>window.taken=1</script><b data-taken>'
/** Marks that turn the direction around and are never closed, that take no room, and that pile up. */
const MARKS = `\u202e\u2067gnp.exe\u200b\u200d\ufeffa${'\u0301'.repeat(40)}`

/** For what may have 255 characters. */
export const NAME = `${MARKUP}"'\`\u05d0\u05d1 /../?#%00${MARKS}`
/** For what may be long: one line without a place to break it, then many lines. */
export const LONG = `${NAME}\u0000${'W'.repeat(100_000)}${'\nline'.repeat(500)}`

const DEPTH = 60

function deep(): Json {
  let value: Json = NAME
  for (let level = 0; level < DEPTH; level++) value = level % 2 === 0 ? [value] : { [NAME]: value }
  return value
}

/** Hostile in all its keys and values. */
export const DATA: JsonObject = {
  [NAME]: NAME,
  long: LONG,
  deep: deep(),
  wide: Array.from({ length: 300 }, (_, n) => ({ [`${n}${NAME}`]: n })),
  __proto: { constructor: { prototype: NAME } },
  number: 1e300,
  none: null,
}
