// An account that is not active: where it stands, why, and the rights that its person still has.

import type { Me, Status, User } from '@scanner/client';
import type { JSX } from 'preact';
import { ErrorBoundary, lazy } from 'preact-iso';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { Fold } from '../../ui/Fold';
import { Registration } from './Registration';
import { words } from './words';

const TITLES: Partial<Record<Status, Text>> = {
  pending: words.pending,
  rejected: words.rejected,
  suspended: words.suspended,
  removed: words.removed,
  active: words.preparing,
};

const Rights = lazy(() => import('../own/Rights'));

/** Tells it; who was rejected or removed may register again, and the rights stay everybody's. */
export function Standing({ account, me }: { account: User; me: Me }): JSX.Element {
  const { status, reason } = account;
  const title = TITLES[status as Status] ?? words.failed;
  const again = status === 'rejected' || status === 'removed';
  return (
    <div class="narrow" data-status={status}>
      <Heading title={title} />
      {reason && <p>{say(words.reason, { reason })}</p>}
      {status === 'pending' && <p>{say(words.pendingText)}</p>}
      {status === 'suspended' && <p>{say(words.suspendedText)}</p>}
      {status === 'pending' && <Sent account={account} me={me} />}
      {again && (
        <Section title={words.registerAgain}>
          <Registration me={me} former={account} />
        </Section>
      )}
      {status !== 'active' && (
        <Section title={words.rights}>
          <ErrorBoundary>
            <Rights uid={me.uid} />
          </ErrorBoundary>
        </Section>
      )}
    </div>
  );
}

/** What an applicant sent; sent again, it takes the place of what was sent before. */
function Sent({ account, me }: { account: User; me: Me }) {
  const { role, organisation } = account.application;
  return (
    <Section title={words.sent}>
      <Facts
        rows={[
          [words.sentName, account.name],
          [words.sentPhone, account.phone],
          [words.sentRole, nameOf('Role', role)],
          [
            words.sentOrganisation,
            organisation &&
              `${organisation.name}, ${organisation.address}, ${organisation.city} ${organisation.pincode}`,
          ],
        ]}
      />
      <Fold title={words.correctSent} name="correct">
        {() => <Registration key={account.updated_at.toMillis()} me={me} former={account} />}
      </Fold>
    </Section>
  );
}
