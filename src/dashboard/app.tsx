export function App() {
  return <h1>Recovery Dashboard</h1>
}
