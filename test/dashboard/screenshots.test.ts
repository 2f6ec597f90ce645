import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, SHOTS } from '../../scripts/screenshots/shots.ts'
import { PAGES } from '../../src/dashboard/routes.ts'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const IMAGES = join(DOCS, 'images')
const GUIDE = readFileSync(join(DOCS, 'USER_GUIDE_RECOVERY.md'), 'utf8')
const README = readFileSync(join(DOCS, '..', 'README.md'), 'utf8')
const FILES = SHOTS.flatMap((shot) => [fileOf(shot, 'light'), fileOf(shot, 'dark')])

/** The pictures that a document shows. */
function imagesOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/images\/([\w-]+\.png)/g), ([, file]) => file as string)
}

test('each page of the dashboard is photographed, and nothing that is none', () => {
  const photographed = [...new Set(SHOTS.map(({ route }) => route))]
  expect(photographed.toSorted()).toEqual(PAGES.map(({ path }) => path).toSorted())
})

test('each picture is shown in the user guide, in light and in dark', () => {
  expect([...new Set(imagesOf(GUIDE))].toSorted()).toEqual(FILES.toSorted())
})

test('each picture that a document shows is there, and no other', () => {
  for (const file of imagesOf(GUIDE + README))
    expect(existsSync(join(IMAGES, file)), `${file}: npm run docs:screenshots`).toBe(true)
  expect(readdirSync(IMAGES).toSorted()).toEqual(FILES.toSorted())
})

test('whoever cannot see a picture is told what it shows', () => {
  const images = GUIDE.match(/<img [^>]*>/g) ?? []
  expect(images.length).toBe(SHOTS.length)
  for (const image of images) expect(image).toMatch(/ alt="[^"]{20,}"/)
})
