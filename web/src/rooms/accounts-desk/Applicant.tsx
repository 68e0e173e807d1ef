// Who asks for an account: what was said beside what is verified, and the decision.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { say } from '../../core/words';
import { Badge, Facts } from '../../ui/Facts';
import { type Column, Table } from '../../ui/List';
import { nameText } from '../../ui/Steps';
import { AccountSteps } from './AccountSteps';
import css from './accounts-desk.module.css';
import { words } from './words';

/** An account as `accounts/list_accounts` tells it. */
export type Listed = CallableResponses['accounts/list_accounts']['accounts'][number];

/** What was said and what is verified, as a table. */
export function Declared({ account }: { account: Listed }): JSX.Element {
  const { email, email_verified, phone, phone_verified, organisation } = account;
  const place = organisation && [organisation.address, organisation.city, organisation.pincode];
  const rows = [
    { of: words.email, said: email, verified: email_verified },
    { of: words.phone, said: phone ?? say(words.noPhone), verified: phone && phone_verified },
    { of: words.organisation, said: organisation?.name, lines: place?.join(', '), verified: '' },
  ].filter(({ said }) => said !== undefined);
  const columns: Column<(typeof rows)[number]>[] = [
    { label: words.about, cell: ({ of }) => say(of) },
    {
      label: words.declared,
      cell: ({ said, lines }) => (
        <span class={css.said}>
          {said}
          {lines && <small>{lines}</small>}
        </span>
      ),
    },
    { label: words.verified, cell: ({ verified }) => <Verified value={verified} /> },
  ];
  return <Table caption={words.declared} rows={rows} columns={columns} keyOf={({ of }) => of.en} />;
}

function Verified({ value }: { value: string | null }) {
  if (value === null) return null;
  if (value === '') return <small>{say(words.nothingToVerify)}</small>;
  const tone = value === 'yes' ? 'good' : 'warning';
  return <Badge enumeration="Verified" value={value} tone={tone} />;
}

/** One applicant, with the decision. */
export function Applicant(props: { account: Listed; onDone: () => void }): JSX.Element {
  const { account, onDone } = props;
  const { uid, name, wants, created_at, reason, org, email_verified } = account;
  return (
    <article class={css.card} data-row={uid}>
      <h2>
        <a href={`/accounts/${uid}`}>{name}</a>
      </h2>
      <Facts
        rows={[
          [words.wants, say(nameText('Role', wants))],
          [words.asked, moment(created_at)],
          [
            words.invited,
            org && (
              <a key={org} href={`/organisations/${org}`}>
                {say(words.organisation)}
              </a>
            ),
          ],
          [words.before, reason],
        ]}
      />
      <Declared account={account} />
      {email_verified !== 'yes' && <p class={css.missing}>{say(words.emailFirst)}</p>}
      <AccountSteps
        account={{ uid, name, status: account.status, emailVerified: email_verified }}
        onDone={onDone}
      />
    </article>
  );
}
