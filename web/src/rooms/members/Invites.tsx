// The open invitations of an owner's clinic or lab, and the form to invite somebody.

import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf, day } from '../../core/format';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListTable } from '../../ui/List';
import { words } from './words';

/** The section. */
export function Invites(): JSX.Element {
  const own = me.value;
  const list = useList(() => own && scanner().lists.ownerInvitesOpen(own), [own?.org]);
  return (
    <Section
      title={words.invites}
      beside={
        <ActionButton
          callable="accounts/invite_member"
          label={words.invite}
          look="primary"
          labels={{ owner: words.ownerLabel }}
          about={<p>{say(words.inviteAbout)}</p>}
        />
      }
    >
      <ListTable
        caption={words.invites}
        list={list}
        empty={words.noInvites}
        columns={[
          { label: words.email, cell: ({ email }) => email },
          {
            label: words.owner,
            cell: ({ owner }) => owner && <span class="badge">{say(words.owner)}</span>,
          },
          {
            label: words.expires,
            cell: ({ expires_at }) =>
              dateOf(expires_at) > now()
                ? day(expires_at)
                : say(words.lapsed, { day: day(expires_at) }),
          },
          {
            label: words.steps,
            cell: ({ id, email }) => (
              <ActionButton
                callable="accounts/withdraw_invite"
                given={{ invite_id: id }}
                of={id}
                label={words.withdraw}
                about={<p>{say(words.withdrawAbout, { email })}</p>}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
