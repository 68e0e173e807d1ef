// Who is signed in, as the rules of Firestore see them.

import type { FirebaseApp } from 'firebase/app';
import { getAuth } from 'firebase/auth';

import type { Open } from './basics.js';
import type { Role } from './generated/enumerations.js';

/** Who is signed in: what lists are filtered by. */
export interface Me {
  readonly uid: string;
  /** The clinic or lab; empty for operators and admins, who have none, and before approval. */
  readonly org: string;
  /** The e-mail address in lower case; empty without one. */
  readonly email: string;
  /** Null before approval. */
  readonly role: Open<Role> | null;
}

/**
 * Returns who is signed in to an app, by the token that it has.
 *
 * @throws `Error` nobody is signed in.
 */
export async function meOf(app: FirebaseApp): Promise<Me> {
  const auth = getAuth(app);
  await auth.authStateReady();
  const user = auth.currentUser;
  if (user === null) throw new Error('Nobody is signed in.');
  const { role, org } = (await user.getIdTokenResult()).claims;
  return {
    uid: user.uid,
    org: typeof org === 'string' ? org : '',
    email: user.email?.toLowerCase() ?? '',
    role: typeof role === 'string' ? (role as Role) : null,
  };
}

/** Has the token of an app carry the claims of now; false where nobody is signed in. */
export async function refreshed(app: FirebaseApp): Promise<boolean> {
  const user = getAuth(app).currentUser;
  await user?.getIdToken(true);
  return user !== null;
}
