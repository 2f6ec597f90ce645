import type { EntityManager } from '@mikro-orm/sqlite'

type Connection = ReturnType<EntityManager['getConnection']>

/**
 * Lets `entityManager.getConnection().execute(…)` take part in the manager's own transaction. MikroORM would have it wait
 * for the one writing connection, which that very transaction holds: for ever.
 */
export function withBoundConnection(entityManager: EntityManager): EntityManager {
  const getConnection = entityManager.getConnection.bind(entityManager)
  const transaction = entityManager.getTransactionContext()
  entityManager.getConnection = (type) => {
    const connection = getConnection(type)
    // The other connection only reads, and waits for nobody.
    return type === 'read' ? connection : bound(connection, transaction)
  }
  return entityManager
}

function bound(connection: Connection, transaction: ReturnType<EntityManager['getTransactionContext']>): Connection {
  const execute: Connection['execute'] = (query, params, method, context, loggerContext) =>
    connection.execute(query, params, method, context ?? transaction, loggerContext)
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'execute') return execute
      const member: unknown = Reflect.get(target, name, target)
      // Its private fields are found on itself only.
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
