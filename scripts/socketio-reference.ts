import { EVENTS, type EventField, REFUSED_EVENTS, type SocketEvent } from '../src/server/socketio/event-table.ts'
import { table } from './markdown.ts'

/** Every socket event as Markdown, from the table that the tests hold the server to. */
export function socketioReference(): string {
  return [...EVENTS.map(section), refused()].join('\n\n')
}

function section({ name, direction, about, payload, acknowledged }: SocketEvent): string {
  return [
    `### \`${name}\``,
    `${direction[0]?.toUpperCase()}${direction.slice(1)}. ${about}`,
    fields('payload', payload),
    ...(acknowledged === undefined ? [] : [fields('acknowledgement', acknowledged)]),
  ].join('\n\n')
}

function fields(title: string, all: readonly EventField[]): string {
  return table(
    [title, 'type', 'meaning'],
    all.map((field) => [`\`${field.name}\``, typeOf(field), field.about]),
  )
}

function typeOf({ type, nullable, unit, values }: EventField): string {
  return [values?.join(' | ') ?? type, ...(unit === undefined ? [] : [`(${unit})`]), ...(nullable ? ['or null'] : [])].join(' ')
}

function refused(): string {
  const rows = [...REFUSED_EVENTS].map(([name, error]) => [`\`${name}\``, error])
  return [
    '### What is refused',
    'Clients of the old system may send these too. They are answered `{ success: false, error }` when an acknowledgement is asked for, and change nothing.',
    table(['event', 'error'], rows),
  ].join('\n\n')
}
