import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { createContext } from '../schema/context.ts'
import { toGraphQLError } from '../schema/error-formatting.ts'
import { buildSchema } from '../schema/index.ts'
import { limitsChecker } from '../schema/limits.ts'
import { ConfigError } from './config/config-error.ts'
import { isLoopback, type LoadedConfig, loadConfig, type Surroundings } from './config/load.ts'
import { retentionOf } from './config/retention.ts'
import type { Config, Key } from './config/schema.ts'
import { usage } from './config/usage.ts'
import { Diagnostics } from './diagnostics/diagnostics.ts'
import type { Log } from './engine/context.ts'
import type { Recovery } from './engine/recovery.ts'
import { createSystemClock } from './engine/system.ts'
import { registerTunedDownload } from './functions/download-settings.ts'
import { registerHttpRequest } from './functions/http-request.ts'
import { registerOwnFunctions } from './functions/own-functions.ts'
import { createRecovery } from './index.ts'
import type { Clock } from './operation/clock.ts'
import { redactText } from './policy/redact.ts'
import { accessText, configuredAuthenticate } from './server/auth/configured.ts'
import { loadDashboard } from './server/dashboard.ts'
import { freeBytesIn, HealthChecks } from './server/health-checks.ts'
import { HttpServer } from './server/http-server.ts'
import { createLog } from './server/log.ts'
import { createMetrics } from './server/metrics/create-metrics.ts'
import { createRest } from './server/rest/rest-api.ts'
import { Shutdown } from './server/shutdown.ts'
import { createSocketio } from './server/socketio/socketio.ts'
import { startBlock } from './server/start-block.ts'
import { explainStartError } from './server/start-error.ts'

// The composition root: what the parts are and who knows whom is decided here, and only here.

const { version } = packageJson
// Waits that somebody set hold for every error; until then the kind of error knows better than a default.
const DELAYS: readonly Key[] = ['initialDelay', 'backoffFactor', 'maxDelay']
// Beside this file, in a clone as in the package.
const DASHBOARD = join(import.meta.dirname, 'dashboard', 'built')
const BY_CATEGORY = { strategy: 'category' } as const

/** How a server is called, and from where. */
export interface ServeOptions extends Surroundings {
  /** How whoever asks for help would write it. */
  readonly calledAs?: string
}

/**
 * Runs a server in this process until it is told to stop by SIGTERM or SIGINT: it ends the process then, with 0. What
 * keeps it from starting is written to stderr and ends the process: with 2 for a fault of the configuration, otherwise
 * with 1. Flags are those of `npm start`.
 */
export async function serve({ calledAs, ...surroundings }: ServeOptions): Promise<void> {
  try {
    const loaded = await loadConfig(surroundings)
    if (loaded.wants === 'server') await startServer(loaded, surroundings.cwd)
    else process.stdout.write(loaded.wants === 'help' ? usage(calledAs) : `${version}\n`)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), error instanceof ConfigError ? 2 : 1)
  }
}

async function startServer({ config, stated, warnings }: LoadedConfig, cwd: string): Promise<void> {
  const clock = createSystemClock()
  const log = await createLog({
    level: config.logLevel,
    pretty: process.stderr.isTTY && process.env.NODE_ENV !== 'production',
    redact: redactOf(config),
  })
  for (const warning of warnings) log.warn({}, warning)
  const shutdown = new Shutdown({ clock, log, timeoutMs: config.shutdownTimeout, process })
  try {
    const authenticate = await configuredAuthenticate(config, clock)
    const dashboard = config.dashboard ? await loadDashboard(DASHBOARD) : 'off'
    const server = new HttpServer({ ...config, dashboard, version, clock, log, authenticate, limits: config })
    await server.listen()
    shutdown.add((timeoutMs) => server.stop(timeoutMs / 2))
    const recovery = await openRecovery(config, stated, clock, log)
    shutdown.add((timeoutMs) => recovery.stop({ timeoutMs }))
    const diagnostics = new Diagnostics({ recovery, clock })
    const builtIn = (await recovery.functions()).map(({ name }) => name)
    const own = await registerOwnFunctions(recovery, config.functions, cwd, { clock, log })
    // Before anything runs, so that everything is counted.
    const metrics = config.metrics ? createMetrics(recovery, version) : null
    const takenUp = await recovery.open()
    server.open({
      schema: buildSchema(),
      createContext: (caller, trace) => createContext(recovery, caller, diagnostics, trace),
      formatError: toGraphQLError,
      checkLimits: limitsChecker({
        maxCost: config.maxQueryCost,
        maxDepth: config.maxQueryDepth,
        maxAliases: config.maxQueryAliases,
      }),
      maxTokens: config.maxQueryTokens,
      introspection: config.introspection,
      createRest: (api) => createRest(api, version),
      createSocketio: (api) => createSocketio(api, { clock, log, messageRate: config.messageRate }),
      metrics,
      health: new HealthChecks({ recovery, clock, freeBytes: () => freeBytesIn(folderOf(config.store)) }),
      log,
    })
    if (shutdown.begun) return
    const access = accessText(config, isLoopback(config.host))
    const functions = { builtIn, own }
    const { store } = config
    process.stdout.write(startBlock({ version, url: server.url, dashboard, access, store, functions, takenUp }))
  } catch (error) {
    log.debug({ err: error }, 'The start failed')
    // What fails because the server is being stopped is no fault of the start.
    if (!shutdown.begun) fail(explainStartError(error, config))
  }
}

async function openRecovery(config: Config, stated: ReadonlySet<Key>, clock: Clock, log: Log): Promise<Recovery> {
  const { enabled, store, synchronous, concurrency, maxRetries, initialDelay, backoffFactor, maxDelay } = config
  const recovery = await createRecovery({
    enabled,
    store,
    synchronous,
    ...(config.encryptionKey !== '' && { encryption: config.encryptionKey }),
    redact: redactOf(config),
    concurrency,
    defaults: {
      maxRetries,
      initialDelay,
      backoffFactor,
      maxDelay,
      circuitBreaker: { threshold: config.circuitBreakerThreshold, timeout: config.circuitBreakerTimeout },
      ...(!DELAYS.some((key) => stated.has(key)) && BY_CATEGORY),
    },
    retention: retentionOf(config),
    open: false,
    clock,
    log,
  })
  const { downloadDir: directory, downloadAllowPrivate: allowPrivate } = config
  registerTunedDownload(recovery, { directory, allowPrivate, clock }, config)
  registerHttpRequest(recovery, { allowPrivate, clock })
  return recovery
}

/** Where the store's file is; null when it has none. */
function folderOf(store: string): string | null {
  return store.startsWith('sqlite:') ? dirname(store.slice('sqlite:'.length)) : null
}

function redactOf({ redact: names, redactExcept: except }: Config) {
  return { names, except }
}

function fail(message: string, code = 1): never {
  process.stderr.write(`${redactText(message)}\n`)
  process.exit(code)
}

// `import.meta.main` would say it shorter, but Node 22 does not have it.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  await serve({ argv: process.argv.slice(2), env: process.env, cwd: process.cwd() })
}
