import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, refused } from '../attack.ts'
import { ended } from '../ended.ts'
import type { Target } from '../target.ts'

// Destinations of downloads that lead out of their folder.

const CODE = 'INVALID_INPUT'
const to = (destination: string) => ended('download', { url: 'http://public.example:9/', destination })
/** After something was put into the download folder. */
const into = (prepare: (downloads: string) => void, destination: string): Case['attack'] => {
  return (target: Target) => {
    mkdirSync(target.downloads, { recursive: true })
    prepare(target.downloads)
    return to(destination)(target)
  }
}

const STRAIGHT = 'it must lead straight into the download folder'
const ABSOLUTE = 'give a path within the download folder'

export const PATHS: readonly Case[] = [
  refused('the folder above', to('../stolen'), 200, CODE, STRAIGHT),
  refused('a folder above, on the way', to('a/../../stolen'), 200, CODE, STRAIGHT),
  refused('the folder itself', to('.'), 200, CODE, STRAIGHT),
  refused('nothing', to(''), 200, CODE, 'give the name of the file'),
  refused('an absolute path', to('/etc/passwd'), 200, CODE, ABSOLUTE),
  refused('an absolute path of Windows', to('C:/windows/win.ini'), 200, CODE, ABSOLUTE),
  refused('a path of a Windows network', to('\\\\server\\share'), 200, CODE, 'put "/" between folders'),
  refused('a backslash above', to('..\\stolen'), 200, CODE, 'put "/" between folders'),
  refused('a null byte', to('a.bin\0.txt'), 200, CODE, 'holds a control character'),
  refused('a line end', to('a\r\nb'), 200, CODE, 'holds a control character'),
  refused('half a character', to('a\ud800'), 200, CODE, 'is not well-formed Unicode'),
  refused('a folder', to('folder/'), 200, CODE, 'holds an empty name'),
  refused('a path of 10,000 characters', to('a/'.repeat(5000)), 200, CODE, 'is longer than 1024 characters'),
  refused('a name of 300 bytes', to('x'.repeat(300)), 200, CODE, 'longer than 255 bytes'),
  refused(
    'a name that is kept for unfinished files',
    to('.RECOVERABLE-a.partial'),
    200,
    CODE,
    'which is kept for unfinished files',
  ),
  refused('a device of Windows', to('folder/NUL.txt'), 200, CODE, 'is a device on Windows; give another name'),
  refused('a name that ends with a dot', to('passwd.'), 200, CODE, 'ends with a dot or a blank'),
  refused('a name of dots', to('.../stolen'), 200, CODE, 'ends with a dot or a blank'),
  refused(
    'a link to a folder outside',
    into((folder) => symlinkSync('/tmp', join(folder, 'out')), 'out/stolen'),
    200,
    CODE,
    'out of the download folder',
  ),
  refused(
    'a link to a file',
    into((folder) => symlinkSync('/etc/passwd', join(folder, 'link')), 'link'),
    200,
    CODE,
    'is a symbolic link; remove it',
  ),
  refused(
    'a link to a device',
    into((folder) => symlinkSync('/dev/null', join(folder, 'null')), 'null'),
    200,
    CODE,
    'is a symbolic link; remove it',
  ),
  refused(
    'a link to nowhere',
    into((folder) => symlinkSync('nowhere', join(folder, 'gone')), 'gone/a'),
    200,
    CODE,
    'a link to nowhere',
  ),
  refused(
    'a folder in the place of the file',
    into((folder) => mkdirSync(join(folder, 'taken')), 'taken'),
    200,
    CODE,
    'is a folder; give the name of a file',
  ),
  refused(
    'a file in the place of a folder',
    into((folder) => writeFileSync(join(folder, 'file'), ''), 'file/a'),
    200,
    CODE,
    'which is not a folder',
  ),
]
