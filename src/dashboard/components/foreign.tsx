import { clipped } from '../text/clip.ts'

interface ForeignProps {
  readonly text: string
  /** Shows at most so many characters of the first line, and all of it as a title. Absent: all of it. */
  readonly clip?: number
}

const TITLE_LENGTH = 1000

/** Text that others wrote: names, errors, metadata. Always text, in a direction of its own, never wider than its place. */
export function Foreign({ text, clip }: ForeignProps) {
  if (clip === undefined) {
    return (
      <bdi class="foreign" dir="auto">
        {text}
      </bdi>
    )
  }
  return (
    <bdi class="foreign foreign-line" dir="auto" title={clipped(text, TITLE_LENGTH)}>
      {clipped(text, clip)}
    </bdi>
  )
}
