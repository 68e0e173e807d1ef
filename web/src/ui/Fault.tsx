// What went wrong, in a sentence, and the way on.

import { type AnyError, isScannerError, messageOf } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { signOut } from '../core/session';
import { language, say } from '../core/words';
import { words } from './form/words';
import { Reauthentication } from './Reauthentication';

interface FaultNoteProps {
  readonly fault: unknown;
  readonly again?: () => void;
  /** Nobody asked for what failed: the focus stays where somebody is writing. */
  readonly beside?: boolean;
}

/** Shows a fault, and has it read out; the focus goes there. */
export function FaultNote({ fault, again, beside }: FaultNoteProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!beside) box.current?.focus();
  }, [fault]);
  return (
    <div
      ref={box}
      role="alert"
      class="fault"
      tabIndex={-1}
      data-fault={isScannerError(fault) ? fault.reason : nameOfFault(fault)}
    >
      <p>{sentence(fault)}</p>
      {isScannerError(fault) && <WayOn error={fault} />}
      {again && (
        <button type="button" class="secondary" onClick={again}>
          {say(words.again)}
        </button>
      )}
    </div>
  );
}

const nameOfFault = (fault: unknown) => (fault instanceof Error ? fault.name : 'unknown');

function sentence(fault: unknown): string {
  if (isScannerError(fault)) {
    return fault.reason === 'no-answer' ? say(words.noAnswer) : messageOf(fault, language.value);
  }
  const { name, code } = Object(fault) as { name?: string; code?: string };
  const lost =
    name === 'Offline' || code === 'unavailable' || code === 'auth/network-request-failed';
  return say(lost ? words.offline : words.unknown);
}

function WayOn({ error }: { error: AnyError }) {
  if (error.reason === 'policy-not-accepted')
    return <a href="/policy">{say(words.acceptPolicy)}</a>;
  if (error.reason === 'sign-in-again') return <Reauthentication />;
  if (error.reason === 'erasure-blocked') {
    return (
      <ul>
        {error.details.blocks.map((block) => (
          <li key={block}>
            {say(words.blocks[block as keyof typeof words.blocks] ?? words.block)}
          </li>
        ))}
      </ul>
    );
  }
  if (error.reason === 'not-admitted' || error.reason === 'sign-in-required') {
    return (
      <button type="button" class="secondary" onClick={() => void signOut(true)}>
        {say(words.signIn)}
      </button>
    );
  }
  return null;
}
