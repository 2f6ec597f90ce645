import type { AuditEntry } from '../src/operation/audit.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs, pageCosts } from './connection.ts'
import { pageByNumber } from './number-pages.ts'
import { present } from './present.ts'
import { shownJson } from './shown.ts'

const AuditEntryType = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'Something that a person or a program did, who was known by name.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Its place in the event log: subscribe `after` it for what followed.',
      resolve: ({ position }, _args, { recovery }) => recovery.cursorAt(position),
    }),
    timestamp: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
    actor: t.exposeString('actor', { description: 'Who did it: the name of the token, or what the library was told.' }),
    action: t.exposeString('action', {
      description:
        'What was done: `created`, `retried`, `paused`, `resumed`, `cancelled` or `deleted` for an operation, `breaker_forced_open`, `breaker_forced_closed` or `breaker_reset` for a circuit breaker, `settings_changed`; later versions may add more.',
    }),
    operationId: t.exposeID('operationId', { nullable: true, description: 'The operation it was done to.' }),
    functionName: t.exposeString('functionName', { nullable: true, description: 'The function of that operation.' }),
    scope: t.exposeString('scope', { nullable: true, description: 'The scope of the circuit breaker it was done to.' }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: 'More about it, such as the `reason` of a cancel, or the settings with their new values.',
      resolve: shownJson(({ data }) => data),
    }),
  }),
})

const AuditEntryConnectionType = connectionType('AuditEntry', AuditEntryType, 'entries of the audit trail')

builder.queryField('auditTrail', (t) =>
  t.field({
    ...needs('admin'),
    type: AuditEntryConnectionType,
    description:
      'Who did what, the earliest first, for as long as the event log is kept. A server without tokens does not know who asks: what is done through it is not here.',
    args: {
      ...pageArgs,
      actor: t.arg.string({ description: 'Only what this one did.' }),
      operationId: t.arg.id({ description: 'Only what was done to this operation.' }),
    },
    extensions: pageCosts(),
    resolve: (_root, { actor, operationId, ...args }, { recovery }) =>
      pageByNumber('audit', args, {
        read: (page) => recovery.history.readAudit({ ...page, ...present({ actor, operationId }) }),
        numberOf: ({ position }) => position,
      }),
  }),
)
