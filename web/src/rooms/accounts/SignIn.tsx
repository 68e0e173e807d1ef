// Signing in with an address and a password, or making an account with them.

import {
  createUserWithEmailAndPassword,
  sendEmailVerification,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { auth } from '../../core/scanner';
import { say, type Text } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { words as formWords } from '../../ui/form/words';
import { words } from './words';

/** Auth's codes as sentences. It does not tell whether the address or the password is wrong. */
const SAID: Readonly<Record<string, Text>> = {
  'auth/invalid-credential': words.wrong,
  'auth/wrong-password': words.wrong,
  'auth/user-not-found': words.wrong,
  'auth/missing-password': words.wrong,
  'auth/invalid-email': words.noAddress,
  'auth/missing-email': words.noAddress,
  'auth/email-already-in-use': words.taken,
  'auth/weak-password': words.weak,
  'auth/too-many-requests': formWords.tooMany,
  'auth/user-disabled': words.disabled,
};

/** The first page; `refused` says that a sign-in has ended by itself. */
export function SignIn({ refused }: { refused: boolean }): JSX.Element {
  const [fresh, setFresh] = useState(false);
  const [said, setSaid] = useState<Text | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  const run = async (act: (address: string) => Promise<Text | null>) => {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    setFault(null);
    try {
      setSaid(await act(email.current?.value.trim() ?? ''));
    } catch (cause) {
      const known = SAID[String(Object(cause).code)];
      if (known) setSaid(known);
      else setFault(cause);
    } finally {
      setBusy(false);
    }
  };
  const enter = (event: Event) => {
    event.preventDefault();
    void run(async (address) => {
      const secret = password.current?.value ?? '';
      if (!fresh) await signInWithEmailAndPassword(auth(), address, secret);
      else if (secret.length < 8) return words.weak;
      else {
        const { user } = await createUserWithEmailAndPassword(auth(), address, secret);
        await sendEmailVerification(user);
      }
      return null;
    });
  };
  const reset = () =>
    void run(async (address) => {
      await sendPasswordResetEmail(auth(), address);
      return words.resetSent;
    });

  return (
    <div class="narrow">
      <Heading title={fresh ? words.signUp : words.signIn} />
      <p>{say(fresh ? words.introFresh : words.intro)}</p>
      {refused && <p class="note">{say(words.refused)}</p>}
      <form data-form="sign-in" noValidate onSubmit={enter} aria-busy={busy}>
        <label>
          {say(words.email)}
          <input
            ref={email}
            type="email"
            name="email"
            autocomplete="username"
            autocapitalize="none"
            data-field="email"
          />
        </label>
        <label>
          {say(words.password)}
          <input
            ref={password}
            type="password"
            name="password"
            autocomplete={fresh ? 'new-password' : 'current-password'}
            data-field="password"
          />
          {fresh && <small>{say(words.passwordHint)}</small>}
        </label>
        <p aria-live="polite" class={said === words.resetSent ? 'done' : 'problem'}>
          {said && say(said)}
        </p>
        {fault !== null && <FaultNote fault={fault} />}
        <div class="actions">
          <button type="submit">{say(fresh ? words.signUp : words.signIn)}</button>
          <button
            type="button"
            class="secondary outline"
            data-other
            onClick={() => {
              setFresh(!fresh);
              setSaid(null);
              setFault(null);
            }}
          >
            {say(fresh ? words.haveAccount : words.signUp)}
          </button>
          {!fresh && (
            <button type="button" class="quiet" onClick={reset}>
              {say(words.forgotten)}
            </button>
          )}
        </div>
      </form>
    </div>
  );
}
