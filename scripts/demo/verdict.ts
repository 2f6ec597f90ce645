import { formatBytes } from '../../src/functions/download-progress.ts'

/** What became of one file, as it was found after the end. */
export interface Found {
  readonly name: string
  readonly bytes: number
  /** Of the operation, as it is stored; null when there is none. */
  readonly state: string | null
  /** How its attempts ended, the first one first. */
  readonly outcomes: readonly string[]
  /** Of the file that was served. */
  readonly sha256: string
  /** Of the file on disk; null when there is none. */
  readonly sha256OnDisk: string | null
  /** The cursors of its changes: those that the subscriber got, and those that the event log holds. */
  readonly seen: readonly string[]
  readonly logged: readonly string[]
}

export interface Evidence {
  readonly files: readonly Found[]
  /** All that lies in the download folder. */
  readonly names: readonly string[]
  /** As the file server counted: what it sent, and what it was not asked for again. */
  readonly requests: number
  readonly sentBytes: number
  readonly resumedBytes: number
  /** Of our server, once it was asked to stop. */
  readonly exitCode: number | null
}

/** Every promise that was not kept, a sentence each; empty when all is well. */
export function problemsOf({ files, names, resumedBytes, exitCode }: Evidence): readonly string[] {
  const problems = files.flatMap(problemsOfFile)
  const strangers = names.filter((name) => !files.some((file) => file.name === name))
  if (strangers.length > 0) problems.push(`The download folder holds what nobody asked for: ${strangers.join(', ')}`)
  if (!files.some(({ outcomes }) => outcomes.includes('interrupted'))) problems.push('The kill interrupted no download')
  if (resumedBytes === 0) problems.push('Every request began at the first byte: no download went on where it had stopped')
  if (exitCode !== 0) problems.push(`The server did not stop in order: its exit code is ${exitCode}`)
  return problems
}

function problemsOfFile({ name, state, sha256, sha256OnDisk, seen, logged }: Found): string[] {
  const problems: string[] = []
  if (state === null) problems.push(`${name}: its operation is lost`)
  else if (state !== 'SUCCESS') problems.push(`${name}: its operation ended ${state}`)
  if (sha256OnDisk === null) problems.push(`${name}: the file is not there`)
  else if (sha256OnDisk !== sha256) problems.push(`${name}: the file is not the one that was served`)
  if (seen.join() !== logged.join()) {
    problems.push(`${name}: of its ${logged.length} changes the subscriber got ${seen.length}, or got them out of order`)
  }
  return problems
}

/** The evidence for people, line by line. */
export function summaryOf({ files, requests, sentBytes, resumedBytes }: Evidence): readonly string[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const changes = files.reduce((sum, { seen }) => sum + seen.length, 0)
  return [
    ...files.map(({ name, bytes, sha256OnDisk, outcomes }) =>
      [`  ${name.padEnd(13)}`, formatBytes(bytes).padStart(8), `sha256 ${sha256OnDisk?.slice(0, 8)}`, countsOf(outcomes)].join(
        '  ',
      ),
    ),
    '',
    `  ${formatBytes(total)} of files came in ${requests} requests, for which the file server sent ${formatBytes(sentBytes)}.`,
    `  ${formatBytes(resumedBytes)} were not sent again, because a request went on where an earlier one had ended.`,
    `  The subscriber got each of ${changes} changes of state once and in order, across the death of the server.`,
  ]
}

/** `2 failed, 1 interrupted, 1 success` */
function countsOf(outcomes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
}
