// Who waits to be let in, the oldest first.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { PagesOf } from '../../ui/List';
import { usePages } from '../../ui/useCall';
import { Applicant } from './Applicant';
import { words } from './words';

/** The page. */
export default function Approvals(): JSX.Element {
  const pages = usePages(
    'accounts/list_accounts',
    { status: 'pending', limit: 20 },
    ({ accounts }) => accounts,
  );
  return (
    <>
      <Heading title={words.approvals} />
      <p>{say(words.approvalsAbout)}</p>
      <PagesOf pages={pages} empty={words.noApprovals}>
        {(accounts) =>
          accounts.map((account) => (
            <Applicant key={account.uid} account={account} onDone={pages.again} />
          ))
        }
      </PagesOf>
    </>
  );
}
