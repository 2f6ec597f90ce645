import { area, line } from 'd3-shape'

// All that the charts use of d3-shape: the build bundles this file by itself, see scripts/dashboard/shaken.ts.

/** A place in px; without a height there is a gap. */
export interface Point {
  readonly x: number
  readonly y: number | null
}

/** The path of SVG from point to point; null when there is none. */
export function linePath(points: readonly Point[]): string | null {
  const draw = line<Point>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => x)
    .y(({ y }) => y ?? 0)
  return draw.digits(1)(points)
}

/** The path around what lies between the points and the bottom. */
export function areaPath(points: readonly Point[], bottom: number): string | null {
  const draw = area<Point>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => x)
    .y0(bottom)
    .y1(({ y }) => y ?? bottom)
  return draw.digits(1)(points)
}
