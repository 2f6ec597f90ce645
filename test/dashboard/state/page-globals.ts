// What the state of the page finds in a browser when it is loaded. To be imported before it.
Object.assign(globalThis, { location: { origin: 'http://server.test' }, addEventListener: () => undefined })
