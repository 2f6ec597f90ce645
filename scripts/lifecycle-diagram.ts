import type { Situation } from '../src/operation/operation.ts'
import { TRANSITIONS } from '../src/operation/transition.ts'

// Drawn as one box: what every one of them accepts is one arrow from the box instead of four.
const ACTIVE: readonly Situation[] = ['pending', 'in_progress', 'waiting', 'running']

/** The life of an operation as a Mermaid state diagram, drawn from the transition table. */
export function lifecycleDiagram(): string {
  const box = ACTIVE.map((situation) => `    ${situation}`)
  return [
    'stateDiagram-v2',
    '  state "recovering (waiting)" as waiting',
    '  state "recovering (running)" as running',
    '  state active {',
    ...box,
    '  }',
    '  [*] --> pending: start',
    ...arrows(),
    '  success --> [*]',
  ].join('\n')
}

/** One arrow from each place to each other, named by all the commands that lead along it. */
function arrows(): readonly string[] {
  const commands = new Map<string, string[]>()
  for (const [type, { leads }] of Object.entries(TRANSITIONS)) {
    for (const way of waysOf(leads)) commands.set(way, [...(commands.get(way) ?? []), type.replace('_', ' ')])
  }
  return [...commands].map(([way, types]) => `  ${way}: ${types.join(', ')}`)
}

function waysOf(leads: { readonly [S in Situation]?: readonly Situation[] }): readonly string[] {
  const ways = (Object.keys(leads) as Situation[]).flatMap((from) => {
    const targets = leads[from] ?? []
    return targets.map((to) => {
      const common = ACTIVE.includes(from) && ACTIVE.every((situation) => leads[situation]?.includes(to))
      return `${common ? 'active' : from} --> ${to}`
    })
  })
  return [...new Set(ways)]
}
