// What one signs in with: another address, which has to be verified first, and another password.

import { sendPasswordResetEmail, verifyBeforeUpdateEmail } from 'firebase/auth';
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { auth } from '../../core/scanner';
import { say, type Text } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { Dialog } from '../../ui/form/ActionButton';
import { words as formWords } from '../../ui/form/words';
import { Reauthentication } from '../../ui/Reauthentication';
import { words } from './words';

const SAID: Readonly<Record<string, Text>> = {
  'auth/invalid-email': words.noEmail,
  'auth/invalid-new-email': words.noEmail,
  'auth/missing-new-email': words.noEmail,
  'auth/missing-email': words.noEmail,
  'auth/email-already-in-use': words.emailTaken,
};

/** A button with the form of another address. */
export function EmailChange(): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="secondary"
        data-opens="email"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {say(words.changeEmail)}
      </button>
      {open && (
        <Dialog title={words.changeEmail} onClose={() => setOpen(false)}>
          <EmailForm onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function EmailForm({ onClose }: { onClose: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Text | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const [old, setOld] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const send = async (event: Event) => {
    event.preventDefault();
    const user = auth().currentUser;
    if (busy || user === null) return;
    setSaid(null);
    setFault(null);
    const address = field.current?.value.trim() ?? '';
    // Auth does not always say that something is no address, and sends nothing then.
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return setSaid(words.noEmail);
    setBusy(true);
    try {
      await verifyBeforeUpdateEmail(user, address);
      setSent(address);
      setOld(false);
    } catch (cause) {
      const code = String(Object(cause).code);
      if (SAID[code]) setSaid(SAID[code]);
      else if (code === 'auth/requires-recent-login') setOld(true);
      else setFault(cause);
    }
    setBusy(false);
  };
  return (
    <form data-form="email" noValidate aria-busy={busy} onSubmit={send}>
      <p>{say(words.emailAbout)}</p>
      <div class="field">
        <label for={id}>{say(words.newEmail)}</label>
        <input
          ref={field}
          id={id}
          type="email"
          autocomplete="email"
          autocapitalize="none"
          data-field="email"
          aria-invalid={said !== null || undefined}
        />
      </div>
      <div aria-live="polite">
        {said && <p class="problem">{say(said)}</p>}
        {sent && <p class="done">{say(words.emailSent, { email: sent })}</p>}
      </div>
      {old && <Reauthentication />}
      {fault !== null && <FaultNote fault={fault} />}
      <div class="actions">
        <button type="submit" aria-disabled={busy || undefined}>
          {say(busy ? formWords.sending : words.changeEmail)}
        </button>
        <button type="button" class="secondary" data-closes onClick={onClose}>
          {say(sent ? formWords.close : formWords.cancel)}
        </button>
      </div>
    </form>
  );
}

/** A button that has the link for another password sent. */
export function PasswordChange({ email }: { email: string }): JSX.Element {
  const [sent, setSent] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const send = () => {
    setFault(null);
    sendPasswordResetEmail(auth(), email).then(() => setSent(true), setFault);
  };
  return (
    <>
      <button type="button" class="secondary" data-opens="password" onClick={send}>
        {say(words.changePassword)}
      </button>
      <span aria-live="polite">{sent && say(words.passwordSent, { email })}</span>
      {fault !== null && <FaultNote fault={fault} />}
    </>
  );
}
