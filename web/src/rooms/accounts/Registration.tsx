// Registering: who one is and of which clinic or lab, or an invitation that is taken up.

import type { CallableRequests, Invite, Me, PolicyInForce, User } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { now } from '../../core/clock';
import { dateOf, day } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import type { Values } from '../../ui/form/values';
import { AnswerOf, Waiting } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { PolicyText } from './PolicyText';
import { words } from './words';

type Role = CallableRequests['accounts/register_account']['role'];

/** Asked by name: what a person says of themselves. */
const LABELS = { name: words.yourName, role: words.role };
const HINTS = {
  role: words.roleHint,
  phone: words.phoneHint,
  organisation: words.organisationHint,
};

/** The forms; `former` is an account of before, whose page this stands on. */
export function Registration({ me, former }: { me: Me; former?: User }): JSX.Element {
  const policy = useCall('accounts/get_policy', {});
  const invites = useList(() => scanner().lists.ownInvitesOpen(me), [me.uid]);
  const [ownOne, setOwnOne] = useState(false);
  const start = startOf(former);
  const open = invites.rows?.filter(({ expires_at }) => dateOf(expires_at) > now()) ?? [];
  const invited = open.length > 0 && !ownOne;
  const text = invited
    ? open.length > 1
      ? words.invitedTwice
      : words.invited
    : words.registerText;
  // Until the invitations are known it is not known what to ask.
  if (invites.rows === undefined && invites.ended === null) return <Waiting />;
  return (
    <div class="narrow">
      {former === undefined && <Heading title={words.register} />}
      <p>{say(text)}</p>
      {open.length > 0 && (
        <div class="actions">
          <button
            type="button"
            class="secondary outline"
            data-own={ownOne}
            onClick={() => setOwnOne(!ownOne)}
          >
            {say(ownOne ? words.inviteInstead : words.ownInstead)}
          </button>
        </div>
      )}
      <AnswerOf answer={policy}>
        {(known) =>
          invited ? (
            <Invited key="invited" policy={known} invites={open} start={start} />
          ) : (
            <Fresh key="fresh" policy={known} start={start} />
          )
        }
      </AnswerOf>
    </div>
  );
}

/** What was sent before stands in the form again. */
function startOf(former: User | undefined): Values {
  if (former === undefined) return { role: 'clinic' };
  const { role, organisation } = former.application;
  const said = { name: former.name, phone: former.phone ?? '', role };
  if (organisation === null) return said;
  const { name, address, city, pincode } = organisation;
  return { ...said, organisation: { name, address, city, pincode } };
}

interface FormProps {
  readonly policy: PolicyInForce;
  readonly start: Values;
}

function Invited({ policy, invites, start }: FormProps & { invites: readonly Row<Invite>[] }) {
  const [chosen, setChosen] = useState(invites[0]?.id);
  const invite = invites.find(({ id }) => id === chosen) ?? invites[0];
  if (invite === undefined) return null;
  return (
    <Accepting policy={policy}>
      {(ready, policyText) => (
        <>
          <label>
            {say(words.invitation)}
            <select
              data-field="invite"
              value={invite.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {invites.map(({ id, role, created_at }) => (
                <option key={id} value={id}>
                  {say(words.invitationOf, { role: nameOf('Role', role), day: day(created_at) })}
                </option>
              ))}
            </select>
          </label>
          <ActionForm
            callable="accounts/register_account"
            given={{
              role: invite.role as Role,
              invite_id: invite.id,
              policy_version: policy.version,
            }}
            ask={['name', 'phone']}
            start={start}
            labels={LABELS}
            hints={HINTS}
            label={words.join}
            ready={ready}
          >
            {policyText}
          </ActionForm>
        </>
      )}
    </Accepting>
  );
}

function Fresh({ policy, start }: FormProps) {
  const [role, setRole] = useState<unknown>(start['role']);
  const organised = role !== 'operator';
  return (
    <Accepting policy={policy}>
      {(ready, policyText) => (
        <ActionForm
          callable="accounts/register_account"
          given={{ policy_version: policy.version }}
          ask={['role', 'name', 'phone', ...(organised ? (['organisation'] as const) : [])]}
          needed={['organisation']}
          start={start}
          labels={LABELS}
          hints={HINTS}
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
