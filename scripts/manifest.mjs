// `prepack` and `postpack`: the package.json of a clone is for those who work on it, whose imports go to the sources and
// who may need a Node of their own. While npm packs, the one for users is in its place.
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const root = path.join(import.meta.dirname, '..')
const manifest = path.join(root, 'package.json')
// Where it waits meanwhile. A pack that broke off leaves it there: git has it too.
const own = path.join(root, 'package.json.own')

const face = (file) => ({ types: `./dist/src/${file}.d.ts`, default: `./dist/src/${file}.js` })

/** What is published: without what serves development alone, and with the Node that the dependencies really need. */
export function publishedManifest({ name, version, description, license, type, bin, files, dependencies }) {
  return {
    name,
    version,
    description,
    license,
    type,
    engines: { node: '>=22.17' },
    exports: {
      '.': face('index'),
      './client': face('client/index'),
      './schema.graphql': './schema/schema.graphql',
      './package.json': './package.json',
    },
    bin,
    files,
    dependencies,
  }
}

function prepack() {
  copyFileSync(manifest, own)
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    postpack()
    process.exit(status ?? 1)
  }
  writeFileSync(manifest, `${JSON.stringify(publishedManifest(JSON.parse(readFileSync(own, 'utf8'))), null, 2)}\n`)
}

function postpack() {
  renameSync(own, manifest)
}

if (process.argv[2] === 'prepack') prepack()
if (process.argv[2] === 'postpack') postpack()
