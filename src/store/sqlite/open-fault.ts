/** Why a database cannot be opened, in words that follow "The database … cannot be opened:". */
export class OpenFault extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'OpenFault'
  }
}
