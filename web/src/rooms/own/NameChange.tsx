// The one field of a document that people write themselves: their own name.

import { FIELDS } from '@scanner/client';
import { serverTimestamp, updateDoc } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Offline, online } from '../../core/connection';
import { scanner } from '../../core/scanner';
import { say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { Dialog } from '../../ui/form/ActionButton';
import { words as formWords } from '../../ui/form/words';
import { words } from './words';

const { most = 120 } = FIELDS['accounts/register_account'].name;

/** A button with the form of the name; written by the rules' leave, and shown by the listener. */
export function NameChange({ uid, name }: { uid: string; name: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="secondary"
        data-opens="name"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {say(words.changeName)}
      </button>
      {open && (
        <Dialog title={words.changeName} onClose={() => setOpen(false)}>
          <NameForm uid={uid} name={name} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function NameForm({ uid, name, onDone }: { uid: string; name: string; onDone: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    // As the functions strip names: the rules refuse what they would store otherwise.
    const written = (field.current?.value ?? '').trim().replaceAll(/\s+/g, ' ').normalize('NFC');
    if (written === '' || [...written].length > most) {
      setWrong(true);
      field.current?.focus();
      return;
    }
    setWrong(false);
    setFault(null);
    setBusy(true);
    try {
      // Without a connection the SDK would keep it, and say nothing for as long.
      if (!online.value) throw new Offline();
      const { documents } = scanner();
      await updateDoc(documents.user(uid), { name: written, updated_at: serverTimestamp() });
      onDone();
    } catch (cause) {
      const { code } = Object(cause) as { code?: string };
      if (code === 'permission-denied') setWrong(true);
      else setFault(cause);
      setBusy(false);
    }
  };
  return (
    <form data-form="name" noValidate aria-busy={busy} onSubmit={save}>
      <div class="field">
        <label for={id}>{say(words.name)}</label>
        <input
          ref={field}
          id={id}
          autocomplete="name"
          data-field="name"
          defaultValue={name}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-problem` : undefined}
        />
        <div aria-live="polite">
          {wrong && (
            <small id={`${id}-problem`} class="problem">
              {say(words.badName)}
            </small>
          )}
        </div>
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      <div class="actions">
        <button type="submit" aria-disabled={busy || undefined}>
          {say(busy ? formWords.sending : words.save)}
        </button>
        <button type="button" class="secondary" data-closes onClick={onDone}>
          {say(formWords.cancel)}
        </button>
      </div>
    </form>
  );
}
