import type { Check } from './json-check.ts'

interface JsonProblemsProps {
  readonly check: Extract<Check, { kind: 'wrong' }>
  readonly onGo: (offset: number) => void
}

/** What is to be mended, each with a button that goes to its place. */
export function JsonProblems({ check, onGo }: JsonProblemsProps) {
  return (
    <ul class="json-problems">
      {check.problems.map(({ message, offset, line, column }) => (
        <li key={`${offset} ${message}`}>
          <button type="button" class="button button-small button-quiet" onClick={() => onGo(offset)}>
            Line {line}, column {column}
          </button>
          <bdi dir="auto">{message}</bdi>
        </li>
      ))}
      {check.more > 0 && <li class="json-problems-more">and {check.more} more</li>}
    </ul>
  )
}
