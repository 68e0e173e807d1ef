// One account: who it is, where it stands, what was done to it, and what an admin may do with it.

import type { UserForAdmin } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { day, moment } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { AnswerOf, DocumentOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { Trail } from '../audit/Trail';
import { AccountSteps } from './AccountSteps';
import { roleOf, StatusBadge } from './AccountTable';
import { Declared } from './Applicant';
import { words } from './words';

/** The page. */
export default function AccountPage({ params }: PageProps): JSX.Element {
  const uid = params['uid'] ?? '';
  const account = useDocument(() => scanner().documents.user(uid), [uid]);
  return (
    <>
      <Heading title={account.data?.name ?? words.account} />
      <DocumentOf document={account}>{(user) => <Of key={uid} user={user} />}</DocumentOf>
      <Later title={words.trailOf} of="subject">
        <Trail
          list={() => scanner().lists.adminAuditOfSubject({ subject: `users/${uid}` })}
          of={[uid]}
          without="what"
        />
      </Later>
      <Later title={words.trailBy} of="actor">
        <Trail
          list={() => scanner().lists.adminAuditOfActor({ actor: uid })}
          of={[uid]}
          without="who"
        />
      </Later>
    </>
  );
}

function Of({ user }: { user: Row<UserForAdmin> }) {
  const { id, name, status, org, owner, application, reason, erasure } = user;
  const asked = application.organisation;
  return (
    <>
      <Facts
        rows={[
          [words.status, <StatusBadge key={status} status={status} />],
          [status === 'pending' ? words.wants : words.role, roleOf(user)],
          [words.organisation, (org ?? asked) && <Organisation key={id} user={user} />],
          [words.standing, org && say(owner ? words.owner : words.member)],
          [words.address, asked && [asked.address, asked.city, asked.pincode].join(', ')],
          [words.email, user.email],
          [words.phone, user.phone],
          [words.reason, reason],
          [words.since, day(user.created_at)],
          [words.changed, user.updated_at && moment(user.updated_at)],
          [
            words.policy,
            user.policy_accepted_at ? day(user.policy_accepted_at) : say(words.notYet),
          ],
          [words.erasure, erasure && say(words.erasureText)],
        ]}
      />
      {status === 'pending' && <Checked uid={id} />}
      <AccountSteps account={{ uid: id, status, name }} />
    </>
  );
}

function Organisation({ user }: { user: Row<UserForAdmin> }) {
  const { org, application } = user;
  const asked = application.organisation?.name;
  if (org === null) return <>{asked}</>;
  return <a href={`/organisations/${org}`}>{asked ?? say(words.organisation)}</a>;
}

/** What Auth has verified, of who waits: shown when asked for, since the list of them goes on record. */
function Checked({ uid }: { uid: string }) {
  const [wanted, setWanted] = useState(false);
  const answer = useCall(
    'accounts/list_accounts',
    wanted ? { status: 'pending', limit: 100 } : null,
  );
  if (!wanted) {
    return (
      <p>
        <button type="button" class="secondary outline" onClick={() => setWanted(true)}>
          {say(words.showVerified)}
        </button>
      </p>
    );
  }
  return (
    <AnswerOf answer={answer}>
      {({ accounts }) => {
        const own = accounts.find((each) => each.uid === uid);
        return own ? <Declared account={own} /> : <Empty text={words.notWaiting} />;
      }}
    </AnswerOf>
  );
}
