import path from 'node:path'
import type { Plugin } from 'vite'

/**
 * Bundles a file by itself, as if writing to a property did nothing else, before it becomes part of the page. For d3-shape:
 * it comes as one file whose curves, 4 kB gzipped, stay in a bundle because each writes to its own prototype. Of the rest
 * of the page such writes may not be left out.
 */
export function shaken(file: string): Plugin {
  return {
    name: 'shaken',
    enforce: 'pre',
    load: (id) => (path.normalize(id) === file ? bundled(file) : null),
  }
}

async function bundled(file: string): Promise<string> {
  const { build } = await import('vite')
  const built = await build({
    ...{ configFile: false, envDir: false, publicDir: false, logLevel: 'warn' },
    build: {
      ...{ write: false, minify: false },
      lib: { entry: file, formats: ['es'], fileName: 'shaken' },
      rolldownOptions: { treeshake: { propertyWriteSideEffects: false } },
    },
  })
  const [first] = Array.isArray(built) ? built : []
  if (first === undefined) throw new Error(`${file} could not be bundled by itself`)
  return first.output[0].code
}
