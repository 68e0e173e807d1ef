// The time of the server: devices' clocks are off, and what is due or has expired is the server's to say.

let behind = 0;

/** Beyond this a person is told that the clock of the device is off, in milliseconds. */
export const TOLERATED = 2 * 60_000;

/** Sets by how much this device's clock is behind the server's, in milliseconds. */
export function setClock(milliseconds: number): void {
  behind = milliseconds;
}

/** By how much this device's clock is behind, in milliseconds; negative where it is ahead. */
export const clockBehind = (): number => behind;

/** The moment of now, on the server's clock as well as it is known. */
export const now = (): Date => new Date(Date.now() + behind);
