// The members of an owner's clinic or lab, and what the owner may do about each.

import type { Status, User } from '@scanner/client';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Section, type Tone } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { ListTable } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { words } from './words';

const TONES: Partial<Record<Status, Tone>> = {
  active: 'good',
  pending: 'warning',
  suspended: 'bad',
};

/** The section. */
export function Members(): JSX.Element {
  const own = me.value;
  const list = useList(() => own && scanner().lists.ownerMembers(own), [own?.org]);
  return (
    <Section title={words.members}>
      <ListTable
        caption={words.members}
        list={list}
        empty={words.noMembers}
        columns={[
          {
            label: words.member,
            cell: ({ id, name }) => (id === own?.uid ? say(words.you, { name }) : name),
          },
          { label: words.email, cell: ({ email }) => email },
          { label: words.phone, cell: ({ phone }) => phone },
          {
            label: words.state,
            cell: ({ status, owner }) => (
              <span>
                <Badge
                  enumeration="Status"
                  value={status}
                  tone={TONES[status as Status] ?? 'plain'}
                />{' '}
                {owner && <span class="badge">{say(words.owner)}</span>}
              </span>
            ),
          },
          {
            label: words.steps,
            cell: (member) => member.id !== own?.uid && <MemberSteps member={member} />,
          },
        ]}
      />
    </Section>
  );
}

function MemberSteps({ member }: { member: Row<User> }) {
  const { id: uid, name, status, owner } = member;
  return (
    <div>
      <Steps
        machine="account"
        enumeration="AccountAction"
        state={status}
        parties={['owner']}
        forms={{
          remove: {
            callable: 'accounts/remove_member',
            given: { uid },
            of: uid,
            label: words.remove,
            danger: true,
            about: <p>{say(words.removeAbout, { name })}</p>,
          },
        }}
      />
      {status === 'active' && !owner && (
        <ActionButton
          callable="accounts/hand_over_ownership"
          given={{ uid }}
          of={uid}
          label={words.handOver}
          danger
          about={<p>{say(words.handOverAbout, { name })}</p>}
        />
      )}
    </div>
  );
}
