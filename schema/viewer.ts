import { allows, type Caller, type Role } from '../src/operation/caller.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

const RoleType = enumOf<Role>('Role', 'What a caller may do; each role may do all that the ones before it may.', {
  viewer: 'Reads and follows everything but the audit trail.',
  operator: 'Also starts and controls operations and circuit breakers, and runs the self-test.',
  admin: 'May do everything.',
})

const ViewerType = builder.objectRef<Caller>('Viewer').implement({
  description: 'Who asks, and what they may do. What one operation allows them is its `availableActions`.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name that belongs to their token, as the event log writes it; null when the server asks for no tokens.',
    }),
    role: t.expose('role', { type: RoleType, description: 'Their role; `ADMIN` when the server asks for no tokens.' }),
    authenticated: t.boolean({
      description: 'Whether the server knows who they are; false when it asks for no tokens.',
      resolve: ({ name }) => name !== null,
    }),
    mayOperate: t.boolean({
      description: 'Whether they may start and control operations and circuit breakers.',
      resolve: (caller) => allows(caller, 'operator'),
    }),
    mayAdminister: t.boolean({
      description: 'Whether they may change settings, delete operations, run tests and read the audit trail.',
      resolve: (caller) => allows(caller, 'admin'),
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    description: 'Who asks, and what they may do.',
    resolve: (_root, _args, { caller }) => caller,
  }),
)
