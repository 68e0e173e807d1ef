// Registering: who one is and of which clinic or lab, or an invitation that is accepted.

import type { CallableRequests, Me, PolicyInForce } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { PolicyText } from './PolicyText';
import { words } from './words';

type Role = CallableRequests['accounts/register_account']['role'];

/** The form of registration, with the policy above its button. */
export function Registration({ me }: { me: Me }): JSX.Element {
  const policy = useCall('accounts/get_policy', {});
  const invites = useList(() => scanner().lists.ownInvitesOpen(me), [me.uid]);
  const invite = invites.rows?.[0];
  return (
    <div class="narrow">
      <Heading title={words.register} />
      <p>{say(invite ? words.invited : words.registerText)}</p>
      <AnswerOf answer={policy}>
        {(known) =>
          invite ? (
            <Accepting policy={known}>
              {(ready, policyText) => (
                <ActionForm
                  callable="accounts/register_account"
                  given={{
                    role: invite.role as Role,
                    invite_id: invite.id,
                    policy_version: known.version,
                  }}
                  ask={['name', 'phone']}
                  label={words.join}
                  ready={ready}
                >
                  {policyText}
                </ActionForm>
              )}
            </Accepting>
          ) : (
            <Fresh policy={known} />
          )
        }
      </AnswerOf>
    </div>
  );
}

function Fresh({ policy }: { policy: PolicyInForce }) {
  const [role, setRole] = useState<unknown>('clinic');
  const organised = role !== 'operator';
  return (
    <Accepting policy={policy}>
      {(ready, policyText) => (
        <ActionForm
          callable="accounts/register_account"
          given={{ policy_version: policy.version }}
          ask={['role', 'name', 'phone', ...(organised ? (['organisation'] as const) : [])]}
          start={{ role: 'clinic' }}
          onValues={(values) => setRole(values['role'])}
          label={words.send}
          ready={ready}
        >
          {policyText}
        </ActionForm>
      )}
    </Accepting>
  );
}

/** The policy with its tick, without which a form is not sent. */
function Accepting(props: {
  policy: PolicyInForce;
  children: (ready: true | Text, policyText: JSX.Element) => ComponentChildren;
}) {
  const [accepted, setAccepted] = useState(false);
  const policyText = (
    <>
      <h2>{say(words.policy)}</h2>
      <PolicyText policy={props.policy} />
      <label>
        <input
          type="checkbox"
          data-field="accepted"
          checked={accepted}
          onChange={(event) => setAccepted(event.currentTarget.checked)}
        />
        {say(words.accept)}
      </label>
    </>
  );
  return <>{props.children(accepted || words.notAccepted, policyText)}</>;
}
