import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { metricsTable } from '../../scripts/metrics-table.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const documents = globSync(['*.md', 'docs/*.md'], { cwd: ROOT }).toSorted()

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

const BLOCK = /^( *)```.*?^\1```$/gms
const LINK = /\]\(([^)\s]+)\)/g
const HEADING = /^#+ (.+)$/gm

/** Where a link within the repository leads, relative to its root. */
function linksOf(file: string): readonly { readonly target: string; readonly anchor: string | undefined }[] {
  const links = Array.from(read(file).replaceAll(BLOCK, '').matchAll(LINK), ([, link = '']) => link)
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [place = '', anchor] = link.split('#')
      return { target: place === '' ? file : path.join(path.dirname(file), place), anchor }
    })
}

/** The anchors of a document, as GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  const headings = Array.from(read(file).replaceAll(BLOCK, '').matchAll(HEADING), ([, text = '']) => text)
  return headings.map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test.each(documents)('each link of %s leads somewhere', (file) => {
  const broken = linksOf(file).filter(({ target, anchor }) => {
    if (!existsSync(path.join(ROOT, target))) return true
    return anchor !== undefined && !anchorsOf(target).includes(anchor)
  })
  expect(broken).toEqual([])
})

test('each metric that the documents name is one that the server has', () => {
  const known = new Set(Array.from(metricsTable().matchAll(/^\| `(\w+)`/gm), ([, name]) => name).concat('recoverable_build_info'))
  const named = documents.flatMap((file) => read(file).match(/\brecoverable_[a-z_]+/g) ?? [])
  const unknown = named.filter((name) => !known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, '')))
  expect(named.length).toBeGreaterThan(20)
  expect(unknown).toEqual([])
})
