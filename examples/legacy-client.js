// What scripts of the old recovery system did, against this server and without a change in what they send or read.
//
//   node examples/legacy-client.js http://127.0.0.1:4000 [PART…]
//
// PART is one or more of the names at the end of this file; all of them when none is given. It starts operations of its
// own and looks at no others.
import process from 'node:process'
import { io } from 'socket.io-client'

const [base = 'http://127.0.0.1:4000', ...wanted] = process.argv.slice(2)

/** Every call reads `success` first and `error` next, as the old documents do. */
class RecoveryApi {
  constructor(url) {
    this.url = url
  }

  async call(method, path, body) {
    const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${this.url}${path}`, { method, ...(body === undefined ? {} : json) })
    const data = await response.json()
    if (!data.success) throw new Error(data.error)
    return data
  }

  status = async () => (await this.call('GET', '/api/recovery/status')).recovery
  operations = async (query = '') => (await this.call('GET', `/api/recovery/operations${query}`)).operations
  operation = async (id) => (await this.call('GET', `/api/recovery/operations/${encodeURIComponent(id)}`)).operation
  start = async (body) => (await this.call('POST', '/api/recovery/operations', body)).operation_id
  retry = (id, body) => this.call('POST', `/api/recovery/operations/${encodeURIComponent(id)}/retry`, body)
  cancel = (id) => this.call('POST', `/api/recovery/operations/${encodeURIComponent(id)}/cancel`)
  performance = async () => (await this.call('GET', '/api/recovery/performance')).performance
}

const api = new RecoveryApi(base)

/** A download that fails at once and for good: the server's address rules refuse it, or nobody listens there. */
const broken = { function_name: 'download', input: { url: 'http://127.0.0.1:9/model.bin', destination: 'model.bin' } }
/** One that waits until somebody decides about it. */
const waiting = { ...broken, run_at: '2999-01-01T00:00:00Z' }

/** Asks again until the operation has one of the states. */
async function until(id, ...states) {
  for (;;) {
    const operation = await api.operation(id)
    if (states.includes(operation.state)) return operation
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function status() {
  const recovery = await api.status()
  console.log(`Recovery is ${recovery.enabled ? 'on' : 'off'}: ${recovery.max_retries} retries`)
  console.log(`Active ${recovery.active_operations} of ${recovery.total_operations}`)
  console.log(`Average recovery ${recovery.average_recovery_time.toFixed(1)} s`)
}

async function operations() {
  const id = await api.start({ ...waiting, metadata: { project: 'demo' } })
  const listed = await api.operations()
  const { state, attempt, max_attempts: most, metadata } = listed.find(({ operation_id: its }) => its === id)
  console.log(`Listed: ${metadata.url} is ${state}, attempt ${attempt}/${most}, of project ${metadata.project}`)
  await api.cancel(id)
}

async function retry() {
  const id = await api.start({ ...broken, max_attempts: 1 })
  const { error } = await until(id, 'failed', 'exhausted')
  console.log(`Failed: ${error}`)
  const { message, retry_id: retryId } = await api.retry(id, { force: true, max_attempts: 1 })
  console.log(message.replace(id, 'ID'), retryId.startsWith('retry_'))
  await until(id, 'failed', 'exhausted')
}

async function cancel() {
  const id = await api.start(waiting)
  const { message, state } = await api.cancel(id)
  console.log(message.replace(id, 'ID'), state)
}

async function errors() {
  for (const attempt of [() => api.operation('nobody'), () => api.retry('nobody'), () => api.operations('?state=lost')]) {
    await attempt().catch((error) => console.log(`Refused: ${error.message}`))
  }
}

async function performance() {
  const { success_rate: rate, average_recovery_time: time, circuit_breaker_trips: trips } = await api.performance()
  console.log(`Success rate ${(rate * 100).toFixed(1)} %, ${time.toFixed(1)} s a recovery, ${trips} trips`)
}

async function testing() {
  const { test_results: selfTest } = await api.call('POST', '/api/recovery/test')
  console.log(`Self-test: ${selfTest.overall}`)
  const { scenarios } = await api.call('GET', '/api/recovery/testing/scenarios')
  console.log(`Scenarios: ${scenarios.map(({ id }) => id).join(', ')}`)
  const { test_results: tests } = await api.call('POST', '/api/recovery/testing/run')
  console.log(`Passed ${tests.passed_tests} of ${tests.total_tests}`)
  for (const { test_name: name, error } of tests.failed_test_details) console.log(`Failed: ${name}: ${error}`)
}

async function measuring() {
  const load = { test_duration: 0.5, concurrent_operations: 5, include_network_simulation: true }
  const { validation_results: validation } = await api.call('POST', '/api/recovery/performance/validate', load)
  console.log(`Costs ${validation.performance_impact_percent.toFixed(1)} %: ${validation.recommendations.join('; ')}`)
  const rounds = { scenarios: ['network_failures'], iterations: 5, duration: 5 }
  const { benchmark_results: benchmark } = await api.call('POST', '/api/recovery/performance/benchmark', rounds)
  console.log(`Score ${benchmark.overall_score.toFixed(0)} of 100`)
}

/** Listens to one operation: its present state comes when one subscribes, whatever happens to it comes anyway. */
async function listeners() {
  const id = await api.start(waiting)
  const socket = io(base)
  const of = (event) => new Promise((resolve) => socket.on(event, (told) => told.operation_id === id && resolve(told)))
  const [updated, completed] = [of('recovery_update'), of('recovery_completed')]
  socket.on('connected', () => socket.emit('subscribe_recovery', { operation_id: id }))
  const { state, attempt, max_attempts: most } = await updated
  console.log(`Subscribed: ${state}, attempt ${attempt}/${most}`)
  await api.cancel(id)
  const { success, final_state: end, total_attempts: attempts, duration } = await completed
  console.log(`Completed: ${success ? 'well' : 'not well'}, ${end} after ${attempts} attempts and ${duration.toFixed(1)} s`)
  socket.close()
}

/** Listens, and never subscribes: whatever happens is told to every connection. */
class RecoveryManager {
  constructor(url) {
    this.seen = new Map()
    this.ended = new Map()
    this.socket = io(url)
    this.socket.on('recovery_update', (update) => this.onUpdate(update))
    this.socket.on('recovery_completed', (completed) => this.ended.set(completed.operation_id, completed))
    this.socket.on('circuit_breaker_update', (breaker) => this.onBreaker(breaker))
    this.ready = new Promise((resolve) => this.socket.on('connected', resolve))
  }

  onUpdate({ operation_id: id, state, attempt, max_attempts: most }) {
    const texts = this.seen.get(id) ?? []
    this.seen.set(id, [...texts, this.textOf(state, attempt, most)])
  }

  textOf(state, attempt, most) {
    switch (state) {
      case 'in_progress':
        return 'running'
      case 'recovering':
        return `recovering, attempt ${attempt}/${most}`
      case 'exhausted':
        return 'gave up'
      default:
        return state
    }
  }

  onBreaker({ operation_type: type, state, timeout_remaining: seconds }) {
    if (state === 'OPEN') console.log(`Circuit breaker of ${type} is open for ${seconds} s`)
    if (state === 'HALF_OPEN') console.log(`Circuit breaker of ${type} tries again`)
    if (state === 'CLOSED') console.log(`Circuit breaker of ${type} is closed`)
  }

  /** Answers at once when it has ended already. */
  async completed(id) {
    while (!this.ended.has(id)) await this.next('recovery_completed')
    return this.ended.get(id)
  }

  next(event) {
    return new Promise((resolve) => this.socket.once(event, resolve))
  }
}

async function manager() {
  const recovery = new RecoveryManager(base)
  await recovery.ready
  const id = await api.start({ ...broken, max_attempts: 2 })
  const { final_state: state } = await recovery.completed(id)
  console.log(`Heard: ${recovery.seen.get(id).join('; ')}; the end: ${state}`)
  recovery.socket.close()
}

/** Waits until a circuit breaker has opened and closed again. */
async function breakers() {
  const recovery = new RecoveryManager(base)
  await recovery.ready
  console.log('Listening')
  while ((await recovery.next('circuit_breaker_update')).state !== 'CLOSED');
  recovery.socket.close()
}

const PARTS = { status, operations, retry, cancel, errors, performance, testing, measuring, listeners, manager }
/** Only when it is named: it may wait for long. */
const PATIENT = { breakers }

for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  console.log(`--- ${name}`)
  await { ...PARTS, ...PATIENT }[name]()
}
