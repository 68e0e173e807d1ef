// What stands on the screen until an account is active: each step of arriving at Scanner.

import { sendEmailVerification } from 'firebase/auth';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { retrySession, session, verifiedNow } from '../../core/session';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { Waiting } from '../../ui/List';
import { Registration } from './Registration';
import { SignIn } from './SignIn';
import { Standing } from './Standing';
import { words } from './words';

/** The step at which a person is. */
export function Arrival(): JSX.Element {
  const now = session.value;
  switch (now.step) {
    case 'signed-out':
      return <SignIn refused={now.after === 'refused'} />;
    case 'unverified':
      return <Verification />;
    case 'unregistered':
      return <Registration me={now.me} />;
    case 'waiting':
      return <Standing account={now.account} me={now.me} />;
    case 'failed':
      return (
        <>
          <Heading title={words.failed} />
          <button type="button" onClick={retrySession}>
            {say(words.again)}
          </button>
        </>
      );
    default:
      return <Waiting />;
  }
}

function Verification() {
  const now = session.value;
  const [said, setSaid] = useState<'no' | 'sent' | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  if (now.step !== 'unverified') return <Waiting />;
  const { user } = now;
  const run = (act: () => Promise<'no' | 'sent' | null>) => {
    setFault(null);
    act().then(setSaid, setFault);
  };
  return (
    <div class="narrow">
      <Heading title={words.verify} />
      <p>{say(words.verifyText, { email: user.email ?? '' })}</p>
      <p aria-live="polite">{said && say(said === 'no' ? words.notVerified : words.sentAgain)}</p>
      {fault !== null && <FaultNote fault={fault} />}
      <div class="actions">
        <button
          type="button"
          data-verified
          onClick={() => run(async () => ((await verifiedNow(user)) ? null : 'no'))}
        >
          {say(words.verified)}
        </button>
        <button
          type="button"
          class="secondary"
          onClick={() => run(async () => sendEmailVerification(user).then(() => 'sent' as const))}
        >
          {say(words.sendAgain)}
        </button>
      </div>
    </div>
  );
}
