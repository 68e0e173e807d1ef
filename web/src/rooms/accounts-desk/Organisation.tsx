// One clinic or lab: where it is, and the accounts that act for it.

import type { JSX } from 'preact';
import { day } from '../../core/format';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { DocumentOf, Empty, Waiting } from '../../ui/List';
import { nameText } from '../../ui/Steps';
import { Trail } from '../audit/Trail';
import { AccountTable } from './AccountTable';
import { words } from './words';

/** The page; an id alone does not tell which of the two it is of. */
export default function Organisation({ params }: PageProps): JSX.Element {
  const org = params['org'] ?? '';
  const clinic = useDocument(() => scanner().documents.clinic(org), [org]);
  const lab = useDocument(
    () => (clinic.data === null ? scanner().documents.lab(org) : null),
    [org, clinic.data === null],
  );
  const members = useList(() => scanner().lists.adminUsersOfOrganisation({ org }), [org]);
  const found = clinic.data ? clinic : lab;
  const { data } = found;
  const collection = clinic.data ? 'clinics' : 'labs';
  return (
    <>
      <Heading title={data?.name ?? words.organisation} />
      {data === null && clinic.data === null ? (
        <Empty text={words.noOrganisation} />
      ) : data ? (
        <DocumentOf document={found as typeof clinic}>
          {({ address, city, pincode, created_at, erasure }) => (
            <Facts
              rows={[
                [words.role, say(nameText('Role', clinic.data ? 'clinic' : 'lab'))],
                [words.address, address],
                [words.city, `${city} ${pincode}`],
                [words.since, day(created_at)],
                [words.erasure, erasure && say(words.erasureText)],
              ]}
            />
          )}
        </DocumentOf>
      ) : (
        <Waiting />
      )}
      <Section title={words.members}>
        <AccountTable list={members} caption={words.members} empty={words.noMembers} ofOne />
      </Section>
      {data && (
        <p>
          <a href={`/wallets/${org}`} data-go="wallet">
            {say(words.wallet)}
          </a>
        </p>
      )}
      {data && (
        <Later title={words.trailOfIt} of="subject">
          <Trail
            list={() => scanner().lists.adminAuditOfSubject({ subject: `${collection}/${org}` })}
            of={[org]}
            without="what"
          />
        </Later>
      )}
    </>
  );
}
