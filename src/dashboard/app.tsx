import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { ConfirmDialog } from './components/confirm.tsx'
import { Frame } from './components/frame.tsx'
import { PageFault } from './components/page-fault.tsx'
import { ShortcutHelp } from './components/shortcut-help.tsx'
import { SignIn } from './components/sign-in.tsx'
import { Toaster } from './components/toaster.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { loadPagesLater, PAGES, PLACES } from './routes.ts'
import { retryWhenSeen } from './state/connection.ts'
import { mayLeave } from './state/leaving.ts'
import { isSignedOut } from './state/session.ts'
import { listenForShortcuts, useShortcuts } from './state/shortcuts.ts'
import { nextTheme } from './state/theme.ts'
import { startTicking } from './state/time.ts'

export function App() {
  return (
    <LocationProvider>
      <Dashboard />
    </LocationProvider>
  )
}

function Dashboard() {
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const { route } = useLocation()
  useEffect(startTicking, [])
  useLayoutEffect(listenForShortcuts, [])
  useEffect(retryWhenSeen, [])
  useEffect(loadPagesLater, [])
  const go = async (href: string) => {
    if (await mayLeave()) route(href)
  }
  useShortcuts([
    { keys: '?', label: 'Show the keyboard shortcuts', run: () => setIsHelpOpen(true) },
    ...PLACES.map(({ key, label, href }) => ({ keys: `g ${key}`, label: `Go to ${label}`, run: () => void go(href) })),
    { keys: 'T', label: 'Change the theme', run: nextTheme },
  ])
  if (isSignedOut.value) return <SignIn />
  return (
    <>
      <Frame onHelp={() => setIsHelpOpen(true)}>
        <Pages />
      </Frame>
      <ConfirmDialog />
      {isHelpOpen && <ShortcutHelp onClose={() => setIsHelpOpen(false)} />}
      <SignIn />
      <Toaster />
    </>
  )
}

function Pages() {
  const { path } = useLocation()
  const [error, reset] = useErrorBoundary()
  // Another page is another try.
  useEffect(() => reset(), [path])
  if (error !== undefined) return <PageFault error={error} />
  // The router cannot read a part such as `%`, which no link of ours has.
  if (!isReadable(path)) return <NotFoundPage />
  return (
    <Router>
      {PAGES.map(({ path: pattern, component }) => (
        <Route key={pattern} path={pattern} component={component} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  )
}

function isReadable(path: string): boolean {
  try {
    // The answer is used, or the build takes the call for one that does nothing.
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
