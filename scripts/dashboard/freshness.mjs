// Whether the built dashboard is what its sources say. Plain JavaScript without packages: the setup asks before there is
// anything else, on whatever Node 20 or newer the machine has.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Where a clone has it, from its root. Both src/main.ts and the built dist/src/main.js look beside themselves. */
export const BUILT = path.join('src', 'dashboard', 'built')
/** The file in it that says from which inputs it was built. */
export const STAMP = 'inputs.txt'

// What the result depends on: the sources, the packages, and how it is built.
const INPUTS = [
  path.join('src', 'dashboard'),
  path.join('src', 'client'),
  path.join('scripts', 'dashboard'),
  path.join('scripts', 'build-dashboard.mjs'),
  'package-lock.json',
]

/** A hash of all that the dashboard of this repository is built from. */
export function hashOfInputs(root) {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesIn(root, input)).sort()) {
    // With slashes on every system, and the length, so that no two sets of files look alike.
    const content = readFileSync(path.join(root, file))
    hash.update(`${file.replaceAll(path.sep, '/')} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** Whether what is in the folder was built from these inputs. */
export function isBuiltFrom(folder, hash) {
  const stamp = path.join(folder, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function filesIn(root, input) {
  // Also what is on its way there, in a folder beside it.
  if (input === BUILT || input.startsWith(`${BUILT}.`)) return []
  const found = statSync(path.join(root, input), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [input]
  return readdirSync(path.join(root, input)).flatMap((name) => filesIn(root, path.join(input, name)))
}
