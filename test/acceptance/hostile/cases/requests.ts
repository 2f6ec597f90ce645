import { type Case, refused } from '../attack.ts'
import { ended, redirectedTo } from '../ended.ts'

// Requests that the server is asked to make: to the machines behind it, whatever their addresses are written like.

const INSIDE = 'private, loopback and reserved addresses are refused unless they are allowed in the settings'

const ADDRESSES: readonly (readonly [what: string, host: string])[] = [
  ['loopback', '127.0.0.1'],
  ['another loopback', '127.8.9.10'],
  ['loopback of IPv6', '[::1]'],
  ['this network', '0.0.0.0'],
  ['nothing of IPv6', '[::]'],
  ['the metadata of a cloud', '169.254.169.254'],
  ['the metadata of a cloud over IPv6', '[fd00:ec2::254]'],
  ['the wire server of Azure', '168.63.129.16'],
  ['a private network', '10.0.0.1'],
  ['another private network', '192.168.1.1'],
  ['a network of a carrier', '100.64.0.1'],
  ['everybody', '255.255.255.255'],
  ['loopback as one number', '2130706433'],
  ['loopback in hexadecimal', '0x7f000001'],
  ['loopback in octal', '0177.0.0.1'],
  ['loopback without its zeros', '127.1'],
  ['loopback in full-width digits', '１２７.０.０.１'],
  ['loopback within IPv6', '[::ffff:127.0.0.1]'],
  ['loopback within IPv6, in hexadecimal', '[::ffff:7f00:1]'],
  ['loopback behind NAT64', '[64:ff9b::7f00:1]'],
  ['loopback within 6to4', '[2002:7f00:1::]'],
  ['a link', '[fe80::1]'],
  ['localhost', 'localhost'],
  ['a name of loopback', 'inside.example'],
]

const download = (url: string) => ended('download', { url, destination: 'stolen.txt' })
const request = (url: string) => ended('http_request', { method: 'GET', url })
const CODE = 'INVALID_INPUT'

export const REQUESTS: readonly Case[] = [
  ...ADDRESSES.map(([what, host]) =>
    refused(`a request to ${what}`, request(`http://${host}:9/`), 200, 'ADDRESS_REFUSED', INSIDE),
  ),
  ...ADDRESSES.slice(0, 6).map(([what, host]) =>
    refused(`a download from ${what}`, download(`http://${host}:9/`), 200, 'ADDRESS_REFUSED', INSIDE),
  ),
  refused('a redirect to loopback', redirectedTo('http://127.0.0.1:PORT/inside'), 200, 'ADDRESS_REFUSED', INSIDE),
  refused('a redirect to the metadata of a cloud', redirectedTo('http://169.254.169.254/latest'), 200, 'ADDRESS_REFUSED', INSIDE),
  refused('a redirect to a name of loopback', redirectedTo('http://inside.example:PORT/'), 200, 'ADDRESS_REFUSED', INSIDE),
  refused('a name that changes its address', redirectedTo('/again', 'rebinding.example'), 200, 'ADDRESS_REFUSED', INSIDE),
  refused('a redirect to a file', redirectedTo('file:///etc/passwd'), 200, 'REDIRECT_REFUSED', 'only http: and https: are used'),
  refused(
    'a redirect with a password',
    redirectedTo('http://a:b@public.example/'),
    200,
    'REDIRECT_REFUSED',
    'holds a user name or password',
  ),
  refused('redirects without end', redirectedTo('/again'), 200, 'REDIRECT_REFUSED', 'redirects more than 5 times'),
  ...[
    'file:///etc/passwd',
    'ftp://public.example/a',
    'gopher://public.example/',
    'data:text/plain,a',
    'javascript:alert(1)',
  ].flatMap((url) => [
    refused(`a download of ${url}`, download(url), 200, CODE, 'only http: and https: are used'),
    refused(`a request of ${url}`, request(url), 200, CODE, 'only http: and https: are used'),
  ]),
  refused(
    'a download with a password in its URL',
    download('http://a:b@public.example/'),
    200,
    CODE,
    'send them in the header "authorization"',
  ),
  refused(
    'a request with a password in its URL',
    request('http://a:b@public.example/'),
    200,
    CODE,
    'send them in the header "authorization"',
  ),
  refused(
    'a mirror that is a file',
    ended('download', { url: 'http://public.example/', destination: 'a', mirrors: ['file:///a'] }),
    200,
    CODE,
    'only http: and https: are used',
  ),
  refused(
    'a header with a line end',
    ended('http_request', { method: 'GET', url: 'http://public.example/', headers: { a: 'b\r\nc: d' } }),
    200,
    CODE,
    'headers',
  ),
  refused(
    'a header of the connection',
    ended('http_request', { method: 'GET', url: 'http://public.example/', headers: { Host: 'inside' } }),
    200,
    CODE,
    'it belongs to the connection',
  ),
  refused(
    'a method that is none',
    ended('http_request', { method: 'GET / HTTP/1.1\r\nX:', url: 'http://public.example/' }),
    200,
    CODE,
    'method',
  ),
  refused(
    'a URL of 10,000 characters',
    request(`http://public.example/${'a'.repeat(10_000)}`),
    200,
    CODE,
    'longer than 8192 characters',
  ),
]
