// The privacy policy in force, and its acceptance once a newer version was published.

import type { JSX } from 'preact';
import { session } from '../../core/session';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { PolicyText } from './PolicyText';
import { words } from './words';

/** The page of the policy. */
export default function Policy(): JSX.Element {
  const policy = useCall('accounts/get_policy', {});
  const now = session.value;
  const accepted = now.step === 'active' ? now.account.policy_version : null;
  return (
    <>
      <Heading title={words.policy} />
      <AnswerOf answer={policy}>
        {(known) => (
          <>
            <PolicyText policy={known} />
            {accepted === known.version ? (
              <p>
                {say(words.accepted)} <a href="/">{say(words.home)}</a>
              </p>
            ) : (
              <ActionForm
                callable="accounts/accept_policy"
                given={{ version: known.version }}
                label={words.accept}
              />
            )}
          </>
        )}
      </AnswerOf>
    </>
  );
}
