// Whether this device has a connection, as far as the browser knows.

import { signal } from '@preact/signals';

/** False while the browser knows that it has no connection. */
export const online = signal(navigator.onLine);

addEventListener('online', () => {
  online.value = true;
});
addEventListener('offline', () => {
  online.value = false;
});

/** The browser knows that there is no connection: nothing was sent. */
export class Offline extends Error {
  override readonly name = 'Offline';
}
