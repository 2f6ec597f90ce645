import type { Clock } from '../operation/clock.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { type Json, type JsonObject, toJsonObject } from '../operation/json.ts'
import type { StoreRecord } from '../operation/record.ts'
import { SETTINGS_CHANGED } from '../operation/settings-event.ts'
import type { Store } from '../operation/store.ts'
import type { Log } from './context.ts'
import { checkActor } from './control-commands.ts'
import type { ControlOptions } from './options.ts'

/** One value that can be changed while the engine runs. Its name is stored for ever. */
export interface Setting {
  readonly name: string
  /** What the program or its configuration said: null where nothing limits, or where it does not apply. */
  readonly configured: Json
  /**
   * Brings a value that a person gave into the form that is stored.
   *
   * @throws InvalidInputError naming the setting
   */
  readonly check: (value: Json) => Json
}

/** What the settings are now. */
export interface SettingsView {
  /** By name; a duration is in milliseconds. */
  readonly values: Readonly<Record<string, Json>>
  /** The names of those that were changed at run time and not reset since. */
  readonly changed: readonly string[]
}

/**
 * Takes new values into account: it checks them against all that it knows and answers how to apply them, which must not
 * fail. `changed` holds only what was changed at run time.
 *
 * @throws InvalidInputError to refuse them
 */
export type Prepare = (values: SettingsView['values'], changed: SettingsView['values']) => () => void

interface Group {
  readonly settings: readonly Setting[]
  readonly prepare: Prepare
}

const KEY = 'runtime'

/** The settings that can be changed at run time: what was changed is kept in the store and wins over the configuration. */
export class Settings {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Log
  readonly #groups: Group[] = []
  #changed: Readonly<Record<string, Json>> = {}
  /** What the store holds and nobody here knows: a function that is not registered this time. Kept as it is. */
  #strange: Readonly<Record<string, Json>> = {}
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** Adds settings, such as those of a function. Before the engine opens: what is stored is applied then. */
  add(settings: readonly Setting[], prepare: Prepare): void {
    this.#groups.push({ settings, prepare })
  }

  /** As they are now. */
  view(changed: Readonly<Record<string, Json>> = this.#changed): SettingsView {
    const known = this.#all()
    const values = Object.fromEntries(known.map(({ name, configured }) => [name, changed[name] ?? configured]))
    return { values, changed: known.map(({ name }) => name).filter((name) => changed[name] !== undefined) }
  }

  /**
   * Reads and applies what an earlier process was told. Values that this version or its functions refuse are left out with
   * a line in the log: a server that does not start could not be told better ones.
   */
  async load(): Promise<void> {
    const record = await this.#stored()
    if (record === undefined) return
    const known = new Map(this.#all().map((setting) => [setting.name, setting]))
    const changed: Record<string, Json> = {}
    const strange: Record<string, Json> = {}
    for (const [name, value] of Object.entries((record.value ?? {}) as JsonObject)) {
      const setting = known.get(name)
      if (setting === undefined) strange[name] = value
      else
        this.#orWarn(name, () => {
          changed[name] = setting.check(value)
        })
    }
    this.#strange = strange
    this.#orWarn('together', () => {
      this.#prepare(changed)()
      this.#changed = changed
    })
  }

  async #stored(): Promise<StoreRecord | undefined> {
    try {
      return (await this.#store.records('settings')).find(({ key }) => key === KEY)
    } catch (error) {
      this.#log.warn({ err: error }, 'The stored settings could not be read; the configured ones hold')
      return undefined
    }
  }

  #orWarn(what: string, act: () => void): void {
    try {
      act()
    } catch (error) {
      this.#log.warn({ err: error, setting: what }, 'A stored setting cannot be used any more; the configured one holds')
    }
  }

  /**
   * Changes settings; durable once the promise resolves, and applied to every decision from then on. They hold for
   * functions that did not say otherwise themselves, and win over `createRecovery`'s options. Null gives one back its
   * configured value.
   *
   * @throws InvalidInputError naming the setting, and then nothing is changed; StoreUnavailableError
   * @example
   * await recovery.settings.update({ maxRetries: 8, initialDelay: '5s' }, { actor: 'ada' })
   */
  async update(changes: Readonly<Record<string, unknown>>, { actor }: ControlOptions = {}): Promise<SettingsView> {
    const wanted = toJsonObject(changes, 'settings')
    const who = checkActor(actor)
    // One after the other: each builds on what the last one left.
    const updating = this.#turn.then(() => this.#update(wanted, who))
    this.#turn = updating.catch(() => undefined)
    return updating
  }

  async #update(changes: Readonly<Record<string, Json>>, actor: string | null): Promise<SettingsView> {
    const changed = { ...this.#changed }
    for (const [name, value] of Object.entries(changes)) {
      const setting = this.#all().find((one) => one.name === name)
      if (setting === undefined) throw this.#unknown(name)
      if (value === null) delete changed[name]
      else changed[name] = setting.check(value)
    }
    const apply = this.#prepare(changed)
    const value = { ...this.#strange, ...changed }
    await this.#store.putRecords([{ kind: 'settings', key: KEY, value: Object.keys(value).length > 0 ? value : null }], {
      type: SETTINGS_CHANGED,
      changes: Object.fromEntries(Object.keys(changes).map((name) => [name, changed[name] ?? null])),
      actor,
      at: this.#clock.now(),
    })
    this.#changed = changed
    apply()
    this.#log.info({ actor, changes }, 'Settings were changed')
    return this.view()
  }

  #unknown(name: string): InvalidInputError {
    const known = this.#all().map((setting) => setting.name)
    return new InvalidInputError(`There is no setting "${name.slice(0, 80)}"; settings are: ${known.join(', ')}`, { field: name })
  }

  #prepare(changed: Readonly<Record<string, Json>>): () => void {
    const { values } = this.view(changed)
    const applies = this.#groups.map(({ prepare }) => prepare(values, changed))
    return () => {
      for (const apply of applies) apply()
    }
  }

  #all(): readonly Setting[] {
    return this.#groups.flatMap(({ settings }) => settings)
  }
}
