// Before anything is painted, or else a page in another theme than the system's would flash. state/theme.ts keeps it.
try {
  const theme = localStorage.getItem('recoverable.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A browser that keeps nothing has no other theme than the system's.
}
