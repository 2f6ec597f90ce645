import { RefusedError } from './refusals.ts'
import type { Route } from './route.ts'

/** Where a path leads: the routes of its methods, and the id in it. */
interface Place {
  readonly routes: readonly Route[]
  readonly id: string
}

/** Finds routes by the segments of a path. */
export class RouteTable {
  readonly #paths: readonly { readonly segments: readonly string[]; readonly routes: readonly Route[] }[]

  constructor(routes: readonly Route[]) {
    const byPath = Map.groupBy(routes, ({ path }) => path)
    this.#paths = [...byPath].map(([path, same]) => ({ segments: path.split('/'), routes: same }))
  }

  /**
   * Null when there is nothing at the path. An id is whatever stands in its place, an empty one apart.
   *
   * @throws RefusedError 400 when the id is not encoded as in a URL
   */
  find(path: string): Place | null {
    const segments = path.split('/')
    const found = this.#paths.find((known) => fits(known.segments, segments))
    if (found === undefined) return null
    const at = found.segments.findIndex(isId)
    return { routes: found.routes, id: at === -1 ? '' : decodeId(segments[at] as string) }
  }
}

function fits(known: readonly string[], asked: readonly string[]): boolean {
  return known.length === asked.length && known.every((segment, i) => (isId(segment) ? asked[i] !== '' : segment === asked[i]))
}

function isId(segment: string): boolean {
  return segment.startsWith('{')
}

function decodeId(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (cause) {
    const message = 'The id in the path is not valid percent-encoded UTF-8'
    throw new RefusedError({ status: 400, code: 'INVALID_INPUT', message, field: 'id' }, { cause })
  }
}
