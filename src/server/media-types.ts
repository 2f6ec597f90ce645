import type { IncomingMessage } from 'node:http'

/** Whether an Accept header takes one of these media types (in UTF-8). */
export function accepts(accept: string | null | undefined, answers: readonly string[]): boolean {
  return (accept ?? '*/*').split(',').some((item) => {
    const [range, ...parameters] = parts(item)
    return (
      isUtf8(parameters) && answers.some((answer) => range === '*/*' || range === answer || range === `${answer.split('/')[0]}/*`)
    )
  })
}

/** `Text/HTML; q=0.5` → `['text/html', 'q=0.5']` */
export function parts(header: string): readonly string[] {
  return header.split(';').map((part) => part.trim().toLowerCase())
}

export function isUtf8(parameters: readonly string[]): boolean {
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter))
}

/** Whether the answer may be a stream of events, as that of a subscription must be. */
export function acceptsEvents(accept: string | null): boolean {
  return accepts(accept, ['text/event-stream'])
}

/** Whether a browser asks for a page for a person, and not a program for data. */
export function wantsPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true
}
