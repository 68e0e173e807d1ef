// Who is signed in and what the account says: from one listener, for as long as the page is open.

import { computed, signal } from '@preact/signals';
import type { User as Account, AnyError, Me, Role } from '@scanner/client';
import { signOut as leave, onAuthStateChanged, type User } from 'firebase/auth';
import { onSnapshot, type Unsubscribe } from 'firebase/firestore';
import { noteReads } from './reads';
import { auth, scanner } from './scanner';
import { forgetAllTyped } from './typed';

/** Where a person stands with Scanner. */
export type Session =
  | { readonly step: 'starting' }
  /** Nobody is signed in; `after` says why, if somebody was. */
  | { readonly step: 'signed-out'; readonly after: 'sign-out' | 'refused' | null }
  | { readonly step: 'unverified'; readonly user: User }
  | { readonly step: 'unregistered'; readonly user: User; readonly me: Me }
  /** The account is not active: `account.status` and `account.reason` say it. */
  | { readonly step: 'waiting'; readonly user: User; readonly me: Me; readonly account: Account }
  | { readonly step: 'active'; readonly user: User; readonly me: Me; readonly account: Account }
  | { readonly step: 'failed'; readonly user: User };

/** Who is signed in now. */
export const session = signal<Session>({ step: 'starting' });

/** The reader as lists ask for it; null unless the account is active. */
export const me = computed<Me | null>(() => {
  const now = session.value;
  return now.step === 'active' ? now.me : null;
});

/** The role of an active account. */
export const role = computed<Role | null>(() => (me.value?.role as Role | null) ?? null);

/** The account of whoever is signed in, active or not; null before there is one. */
export const account = computed<Account | null>(() => {
  const now = session.value;
  return now.step === 'active' || now.step === 'waiting' ? now.account : null;
});

let stop: Unsubscribe = () => undefined;
let before: Session['step'] = 'starting';

/** Follows Auth and the account of whoever is signed in. */
export function followSession(): void {
  session.subscribe(({ step }) => {
    before = step;
  });
  let last: string | null = null;
  onAuthStateChanged(auth(), (user) => {
    stop();
    // What somebody read is in the page's memory: another person gets a page of their own, whether
    // they signed in here or in another tab. Nothing of the first may hold it up, nor be sent as theirs.
    if (user !== null && last !== null && user.uid !== last) {
      session.value = { step: 'signed-out', after: null };
      session.value = { step: 'starting' };
      setTimeout(() => location.reload()); // once the pages and their forms are gone
      return;
    }
    last = user?.uid ?? last;
    if (user === null) {
      const after = leaving ? 'sign-out' : before === 'starting' ? null : 'refused';
      leaving = false;
      session.value = { step: 'signed-out', after };
    } else if (user.emailVerified) followAccount(user);
    else session.value = { step: 'unverified', user };
  });
}

let leaving = false;

/** Signs out; what was typed is kept for who has to sign in `again`, and else forgotten. */
export async function signOut(again = false): Promise<void> {
  leaving = true;
  if (!again) forgetAllTyped();
  stop();
  await leave(auth());
}

/** Asks Auth whether the address is verified by now, and takes a token that says so. */
export async function verifiedNow(user: User): Promise<boolean> {
  await user.reload();
  const verified = auth().currentUser?.emailVerified ?? false;
  if (verified) {
    await user.getIdToken(true);
    followAccount(user);
  }
  return verified;
}

function followAccount(user: User): void {
  stop();
  let latest = 0;
  let seen: string | undefined;
  const follow = async (account: Account | undefined) => {
    const turn = ++latest;
    try {
      const found = await standing(user, account);
      if (turn === latest && auth().currentUser?.uid === user.uid) session.value = found;
    } catch {
      if (turn === latest) session.value = { step: 'failed', user };
    }
  };
  stop = onSnapshot(
    scanner().documents.user(user.uid),
    { includeMetadataChanges: true },
    (snapshot) => {
      if (snapshot.metadata.fromCache && !snapshot.exists()) return; // nobody has answered yet
      const known = JSON.stringify(snapshot.data() ?? null);
      if (known === seen) return; // news of the connection alone
      seen = known;
      noteReads(1);
      void follow(snapshot.data({ serverTimestamps: 'estimate' }));
    },
    () => {
      session.value = { step: 'failed', user };
    },
  );
}

/** What an account comes to; with a token that carries the claims of the account as it is. */
async function standing(user: User, account: Account | undefined): Promise<Session> {
  if (account === undefined) return { step: 'unregistered', user, me: await scanner().me() };
  if (account.status !== 'active') {
    return { step: 'waiting', user, me: await scanner().me(), account };
  }
  const claims = await scanner().me();
  if (claims.role === account.role && claims.org === (account.org ?? '')) {
    return { step: 'active', user, me: claims, account };
  }
  await user.getIdToken(true);
  const renewed = await scanner().me();
  const current = renewed.role === account.role && renewed.org === (account.org ?? '');
  // The claims are being written: the account changes once they are, and this comes again.
  return { step: current ? 'active' : 'waiting', user, me: renewed, account };
}

/** Follows the account anew, after it could not be read. */
export function retrySession(): void {
  const { currentUser } = auth();
  if (currentUser) followAccount(currentUser);
}

/** Whether an error says that the account may not act any more: the session will tell why. */
export const endsSession = ({ reason }: AnyError): boolean =>
  reason === 'account-not-active' || reason === 'sign-in-required' || reason === 'not-admitted';
