import { queryOnce } from '../../local/postgres/client.ts';

/** Whether the server accepts a connection with this URL. */
export function acceptsLogin(url: string): Promise<boolean> {
  return queryOnce(url, 'select').then(
    () => true,
    () => false,
  );
}
