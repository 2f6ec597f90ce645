/** One row of the table of rooms: what a room holds, and which other rooms its files may import. */
export interface Room {
  /** A folder (with a slash at the end) or a single file. The longest path that fits a file is its room. */
  readonly path: string
  readonly holds: string
  /** The paths of other rooms; `all` is for what stands outside the product. */
  readonly mayImport: readonly string[] | 'all'
  /** Whether it may import packages and Node's own modules. */
  readonly packages: boolean
  /** Why the row is as it is, for whoever breaks it. */
  readonly why: string
}

/** The rooms of the product. `scripts/architecture.ts` holds every import to it. */
export const ROOMS: readonly Room[] = [
  {
    path: 'src/operation/',
    holds: 'the domain, pure: operations, the transition table, events, ids, errors, and the ports as types',
    mayImport: [],
    packages: false,
    why: 'the domain decides with what it is given: no clock, no store, no package',
  },
  {
    path: 'src/policy/',
    holds: 'pure policies: how errors are classified, when to retry, strategies, circuit breakers, budgets, redaction',
    mayImport: ['src/operation/'],
    packages: false,
    why: 'policies are pure functions that work without an engine, a store or a server',
  },
  {
    path: 'src/store/',
    holds: 'the stores: memory and SQLite, with their migrations, the group commit and the encryption of what they keep',
    mayImport: ['src/operation/'],
    packages: true,
    why: 'a store writes what the domain decided and decides nothing itself',
  },
  {
    path: 'src/engine/',
    holds:
      '`Recovery`: functions, the claim loop, the executor, controls, crash recovery, breakers, `recoverable`, the event bus',
    mayImport: ['src/operation/', 'src/policy/'],
    packages: true,
    why: 'the engine is given its store through a port, so that every store is as good as another',
  },
  {
    path: 'src/functions/',
    holds: 'the built-in recoverable functions, and the loading of those of others',
    mayImport: ['src/operation/', 'src/engine/'],
    packages: true,
    why: "a built-in function uses what a user's function can use, and nothing more",
  },
  {
    path: 'src/diagnostics/',
    holds: 'self-test, test scenarios with real injected faults, performance validation, benchmark',
    mayImport: ['src/operation/', 'src/policy/', 'src/store/', 'src/engine/', 'src/functions/', 'src/index.ts'],
    packages: true,
    why: "it experiments on engines of its own, made as a user's are: through the library's public face",
  },
  {
    path: 'schema/',
    holds: 'the GraphQL contract: one module per subject, and the printed `schema.graphql`',
    mayImport: ['src/operation/', 'src/engine/', 'src/diagnostics/'],
    packages: true,
    why: 'resolvers call the engine and hold no logic; the store is out of their reach',
  },
  {
    path: 'src/server/',
    holds: 'HTTP, WebSocket and SSE, who asks and how much, health, static files, graceful shutdown',
    mayImport: ['src/engine/', 'src/operation/'],
    packages: true,
    why: 'the server is given a GraphQLSchema and a Recovery and reaches around neither; of the domain it knows callers and their roles',
  },
  {
    path: 'src/server/metrics/',
    holds: 'what `/metrics` answers: the counts of the engine in the format of Prometheus',
    mayImport: ['src/server/', 'src/engine/'],
    packages: true,
    why: 'the engine counts for whoever asks and knows no format; this room alone knows prom-client, and is injected by src/main.ts',
  },
  {
    path: 'src/server/rest/',
    holds: 'the REST of the old system: routes as data, each a GraphQL document in and the old words out',
    mayImport: ['src/server/'],
    packages: true,
    why: 'every byte of an answer comes from GraphQL, so that limits, masking and rights hold here too; it is injected by src/main.ts',
  },
  {
    path: 'src/server/socketio/',
    holds: 'the socket events of the old system, made of GraphQL subscriptions',
    mayImport: ['src/server/', 'src/operation/'],
    packages: true,
    why: 'what it tells comes from GraphQL, so that masking and rights hold here too; of the domain it knows the order of cursors',
  },
  {
    path: 'src/config/',
    holds: 'environment, file and flags, validated into one `Config`',
    mayImport: ['src/operation/'],
    packages: true,
    why: 'configuration is data; who acts on it is decided in src/main.ts',
  },
  {
    path: 'src/client/',
    holds: 'a small typed GraphQL client, with the types generated from the schema',
    mayImport: [],
    packages: true,
    why: 'a client knows the server by its schema alone',
  },
  {
    path: 'src/cli/',
    holds: 'the command `recoverable`: its commands, how they speak, and how they find a server',
    mayImport: [
      'src/client/',
      'src/config/',
      'src/store/',
      'src/operation/',
      'src/policy/',
      'src/engine/',
      'src/server/',
      'src/main.ts',
    ],
    packages: true,
    why: 'it talks to a server as every client does; only what looks after an installation (serve, migrate, doctor, token) reaches further in',
  },
  {
    path: 'src/dashboard/',
    holds: 'the Recovery Dashboard: a page for browsers, built by Vite, which talks to its server through the client',
    mayImport: ['src/client/'],
    packages: true,
    why: 'the page is a client like every other: what it shows and does goes through GraphQL',
  },
  {
    path: 'src/main.ts',
    holds: 'the composition root of the server: config, store, engine, schema, HTTP',
    mayImport: 'all',
    packages: true,
    why: 'it puts everything together',
  },
  {
    path: 'src/recovery-options.ts',
    holds: 'the options of `createRecovery` and their checks',
    mayImport: ['src/operation/', 'src/policy/', 'src/engine/', 'src/store/'],
    packages: true,
    why: 'they set up every part of the library, and belong to its face',
  },
  {
    path: 'src/index.ts',
    holds: "the library's public face, `createRecovery`",
    mayImport: ['src/operation/', 'src/policy/', 'src/engine/', 'src/store/', 'src/recovery-options.ts'],
    packages: true,
    why: 'the library must not pull in the server',
  },
  { path: 'test/', holds: 'the tests; they mirror `src/` and `schema/`', mayImport: 'all', packages: true, why: 'tests see all' },
  { path: 'bench/', holds: 'the benchmarks', mayImport: 'all', packages: true, why: 'benchmarks see all' },
  { path: 'examples/', holds: 'programs to learn from', mayImport: 'all', packages: true, why: 'examples see all' },
  { path: 'scripts/', holds: 'the gate and other tools', mayImport: 'all', packages: true, why: 'tools see all' },
  {
    path: 'codegen.ts',
    holds: 'what is generated from the schema',
    mayImport: 'all',
    packages: true,
    why: 'it reads the schema',
  },
]

/** The only rooms from which schema/ may be imported; everybody else is given a `GraphQLSchema`. */
export const SCHEMA_IMPORTERS: readonly string[] = ['src/main.ts', 'bench/', 'test/', 'scripts/', 'codegen.ts']

/** What every room may import: the types of the domain, and its errors, which are types that one can throw and catch. */
export const SHARED = { room: 'src/operation/', errors: 'src/operation/errors.ts' } as const

/** The table as it stands in the documents. */
export function roomsTable(): string {
  const rows = ROOMS.map(({ path, holds, mayImport }) => {
    const rooms = mayImport === 'all' ? 'everything' : mayImport.map((room) => `\`${room}\``).join(', ') || 'nothing'
    return `| \`${path}\` | ${holds} | ${rooms} |`
  })
  return ['| room | holds | may import |', '|---|---|---|', ...rows].join('\n')
}
