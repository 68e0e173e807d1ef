// Which project the console belongs to: told by the Hosting that serves it, never built in.

import type { FirebaseOptions } from 'firebase/app';

/** Where the emulators of this machine listen. */
export interface EmulatorPorts {
  readonly host: string;
  readonly auth: number;
  readonly functions: number;
  readonly firestore: number;
  readonly storage: number;
  /** The stand-in for the payment gateway. */
  readonly gateway?: number;
}

/** What a deployment sets beside Firebase's own configuration: `web/public/settings.json`. */
export interface Settings {
  /** The region of the functions. */
  readonly region: string;
  /** The site key of reCAPTCHA Enterprise for App Check; null where App Check is not used. */
  readonly appCheckSiteKey: string | null;
}

/** Everything that the console has to know before it begins. */
export interface Config {
  readonly firebase: FirebaseOptions;
  readonly settings: Settings;
  /** Null on a real project. */
  readonly emulators: EmulatorPorts | null;
  /** By how much the clock of this device is behind the server's, in milliseconds. */
  readonly clockBehind: number;
}

/**
 * Reads the configuration from Hosting's reserved URL, and from the emulators' own file where the
 * project is a demo project, which the Firebase tools never let leave the machine.
 *
 * @throws `TypeError` of `fetch`: there is no connection. `Error`: something was not found.
 */
export async function readConfig(): Promise<Config> {
  const [firebase, settings] = await Promise.all([
    read('/__/firebase/init.json'),
    read('/settings.json'),
  ]);
  const options = firebase.body as FirebaseOptions;
  const demo = options.projectId?.startsWith('demo-') ?? false;
  const emulators = demo ? ((await read('/emulators.json')).body as EmulatorPorts) : null;
  return {
    firebase: options,
    settings: settings.body as Settings,
    emulators,
    clockBehind: settings.at === null ? 0 : settings.at - Date.now(),
  };
}

async function read(path: string): Promise<{ body: unknown; at: number | null }> {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const date = answer.headers.get('date');
  return { body: await answer.json(), at: date === null ? null : Date.parse(date) };
}
