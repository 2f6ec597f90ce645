import { expect, test } from 'vitest'
import { initialScripts, verdictOf } from '../../scripts/dashboard/size.ts'

const OVERVIEW = 'pages/overview/overview-page.tsx'

test('initial are the scripts of the page and of the overview with all that they import, each once', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', imports: ['_shared.js'], css: ['assets/index.css'], dynamicImports: [OVERVIEW] },
    [OVERVIEW]: { file: 'assets/overview.js', imports: ['index.html', '_chart.js'], dynamicImports: ['later.ts'] },
    '_shared.js': { file: 'assets/shared.js' },
    '_chart.js': { file: 'assets/chart.js', imports: ['_shared.js', '_scale.js'] },
    '_scale.js': { file: 'assets/scale.js', imports: ['_chart.js'] },
    'later.ts': { file: 'assets/later.js' },
    'pages/settings/settings-page.tsx': { file: 'assets/settings.js', imports: ['_form.js'] },
    '_form.js': { file: 'assets/form.js' },
    'icon.svg': { file: 'assets/icon.svg' },
  }
  expect(initialScripts(manifest).toSorted()).toEqual(
    ['chart', 'index', 'overview', 'scale', 'shared'].map((name) => `assets/${name}.js`),
  )
})

test('an overview that is no chunk of its own is told, and not left out', () => {
  expect(() => initialScripts({ 'index.html': { file: 'assets/index.js' } })).toThrow(`No chunk is built from ${OVERVIEW}`)
})

test.each([
  [[30_000, 15_000], true, '45.0 kB of 45 kB gzip'],
  [[30_000, 15_001], false, '45.0 kB of 45 kB gzip'],
  [[60_123], false, '60.1 kB of 45 kB gzip'],
])('of scripts of %j bytes it is said whether they are within the budget: %s', (sizes, isWithin, text) => {
  expect(verdictOf(sizes)).toEqual({ isWithin, text })
})
