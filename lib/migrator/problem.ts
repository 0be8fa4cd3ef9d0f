/** A fault. `name` is a migration or an object of the database. */
export interface Problem {
  readonly name: string;
  readonly code:
    | 'edited'
    | 'missing'
    | 'out-of-order'
    | 'invalid-index'
    | 'not-adopted'
    | 'environment'
    | 'api-role'
    | 'api-setting'
    | 'api-password'
    | 'missing-privilege'
    | 'excess-privilege'
    | 'books';
  readonly message: string;
}
