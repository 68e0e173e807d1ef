// Proves once more who is signed in: what cannot be undone asks for a sign-in of minutes ago.

import { EmailAuthProvider, reauthenticateWithCredential } from 'firebase/auth';
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { auth } from '../core/scanner';
import { say, type Text } from '../core/words';
import { words } from './form/words';

const SAID: Readonly<Record<string, Text>> = {
  'auth/network-request-failed': words.offline,
  'auth/too-many-requests': words.tooMany,
};

/** Asks for the password; stands inside a form, so that it is none itself. */
export function Reauthentication({ onDone }: { onDone?: () => void }): JSX.Element {
  const id = useId();
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Text | null>(null);
  const confirm = async () => {
    const user = auth().currentUser;
    if (busy || user === null) return;
    setBusy(true);
    setSaid(null);
    try {
      const secret = password.current?.value ?? '';
      const credential = EmailAuthProvider.credential(user.email ?? '', secret);
      await reauthenticateWithCredential(user, credential);
      await user.getIdToken(true); // the token that calls carry says when the sign-in was
      if (password.current) password.current.value = '';
      setSaid(words.confirmed);
      onDone?.();
    } catch (cause) {
      setSaid(SAID[String(Object(cause).code)] ?? words.wrongPassword);
    }
    setBusy(false);
  };
  return (
    <div class="field" data-reauthentication aria-busy={busy}>
      <label for={id}>{say(words.password)}</label>
      <input
        ref={password}
        id={id}
        type="password"
        autocomplete="current-password"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // the form around it is another one
          void confirm();
        }}
      />
      <p aria-live="polite">{said && say(said)}</p>
      <button type="button" class="secondary" onClick={() => void confirm()}>
        {say(words.confirm)}
      </button>
    </div>
  );
}
