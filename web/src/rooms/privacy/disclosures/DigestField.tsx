// The SHA-256 of a file, typed or calculated on this device: the file itself goes nowhere.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../../../core/words';
import type { ControlProps } from '../../../ui/form/Control';
import css from '../privacy.module.css';
import { words } from './words';

/** A control of a form. */
export function DigestField(props: ControlProps): JSX.Element {
  const own = useId();
  const [step, setStep] = useState<'open' | 'reading' | 'failed'>('open');
  const read = async (file: File | undefined) => {
    if (!file) return;
    setStep('reading');
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      props.onChange(hexOf(new Uint8Array(digest)));
      setStep('open');
    } catch {
      setStep('failed');
    }
  };
  return (
    <div class={css.subject} aria-busy={step === 'reading'}>
      <input
        id={props.id}
        type="text"
        class={css.digest}
        data-field={props.path}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        value={typeof props.value === 'string' ? props.value : ''}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <label for={own}>{say(words.file)}</label>
      <input
        id={own}
        type="file"
        data-file="digest"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      {step === 'failed' && (
        <small role="alert" class="problem">
          {say(words.unreadable)}
        </small>
      )}
    </div>
  );
}

const hexOf = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
