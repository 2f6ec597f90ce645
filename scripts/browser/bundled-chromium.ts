import { execFile } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inflate } from '@sparticuz/chromium'

/** A browser to start. */
export interface BrowserProgram {
  readonly executablePath: string
  /** What it needs beyond the surrounding environment. */
  readonly env: Readonly<Record<string, string>>
}

const PACKAGE = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '..', '..')
const CACHE = join(PACKAGE, '..', '..', '.cache')
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']

/**
 * The Chromium that its npm package holds compressed, for Linux on x64. It is unpacked once for each version of the
 * package, beside it: the place in the temp folder where the package itself would put it is shared by everybody.
 */
export async function bundledChromium(): Promise<BrowserProgram> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const folder = join(CACHE, `chromium-${version}`)
  if (!existsSync(folder)) await unpackTo(folder)
  return {
    executablePath: join(folder, 'chromium'),
    // Its own libraries and letters, so that it works and shows text on a machine that has none.
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/** Several processes may do so at once: each unpacks aside, and who is ready first puts it in place. */
async function unpackTo(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const aside = await mkdtemp(`${folder}-`)
  try {
    // The package unpacks into the temp folder of its process and nowhere else: so it is given a process of its own.
    const child = ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url)]
    await promisify(execFile)(process.execPath, child, { env: { ...process.env, TMPDIR: aside } })
    await writeFile(join(aside, 'fonts.conf'), fontsConfig(join(folder, 'fonts')))
    // Whoever runs the tests next may be somebody else.
    for (const file of [aside, join(aside, 'chromium')]) chmodSync(file, 0o755)
    await rename(aside, folder)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** The letters that come with it are preferred, so that a page looks much the same everywhere; those of the machine follow. */
function fontsConfig(folder: string): string {
  const wanted = { 'sans-serif': 'Open Sans', 'system-ui': 'Open Sans', monospace: 'DejaVu Sans Mono' }
  const aliases = Object.entries(wanted).map(
    ([family, font]) => `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${folder}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`
}

if (import.meta.main) await Promise.all(ARCHIVES.map((archive) => inflate(join(PACKAGE, 'bin', archive))))
