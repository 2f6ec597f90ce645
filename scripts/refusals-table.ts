import type { Case } from '../test/acceptance/hostile/attack.ts'
import { TOPICS } from '../test/acceptance/hostile/topics.ts'

/** What is refused, and how: the cases that the acceptance test tries, those of one answer in one row. */
export function refusalsTable(): string {
  const rows = TOPICS.flatMap(({ topic, cases }) =>
    [...Map.groupBy(cases, answerOf)].map(([answer, alike]) => `| ${topic} | ${answer} | ${alike.map(nameOf).join('; ')} |`),
  )
  return ['| where | answer | what |', '|---|---|---|', ...rows].join('\n')
}

/** In Markdown. A status of 0 is none: the error stands where the data would, or in the acknowledgement. */
function answerOf({ expected: { status, code } }: Case): string {
  const told = code === undefined ? '' : `\`${code}\``
  if (status === 0) return told === '' ? 'an error, or no answer' : told
  return [status < 1000 ? status : `closed with ${status}`, told].filter((part) => part !== '').join(' ')
}

function nameOf({ what }: Case): string {
  return what.replaceAll('|', '\\|').replaceAll('_', '\\_')
}
