// Accounts as a table, with the way to each.

import type { UserForAdmin } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import type { Listed, Row } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { Badge, type Tone } from '../../ui/Facts';
import { type Column, ListTable } from '../../ui/List';
import { nameText } from '../../ui/Steps';
import { words } from './words';

const TONES: Readonly<Record<string, Tone>> = {
  active: 'good',
  pending: 'warning',
  suspended: 'bad',
  rejected: 'bad',
};

/** The status of an account. */
export const StatusBadge = ({ status }: { status: string }): JSX.Element => (
  <Badge enumeration="Status" value={status} tone={TONES[status] ?? 'plain'} />
);

/** The role that an account has, or wants. */
export function roleOf(user: Row<UserForAdmin>): string {
  const role = user.role ?? user.application.role;
  return say(nameText('Role', role));
}

const ORGANISATION: Column<Row<UserForAdmin>> = {
  label: words.organisation,
  cell: ({ org, application }) =>
    org && (
      <a href={`/organisations/${org}`}>
        {application.organisation?.name ?? say(words.organisation)}
      </a>
    ),
};

const PLACE: Column<Row<UserForAdmin>> = {
  label: words.standing,
  cell: ({ owner }) => say(owner ? words.owner : words.member),
};

/** Shows a list of accounts. */
export function AccountTable({
  ofOne = false,
  ...props
}: {
  list: Listed<UserForAdmin>;
  caption: Text;
  empty: Text;
  /** All are of one clinic or lab, which the page names. */
  ofOne?: boolean;
}): JSX.Element {
  return (
    <ListTable
      {...props}
      columns={[
        {
          label: words.name,
          cell: ({ id, name }) => (
            <a href={`/accounts/${id}`} data-go="account">
              {name}
            </a>
          ),
        },
        { label: words.role, cell: roleOf },
        { label: words.status, cell: ({ status }) => <StatusBadge status={status} /> },
        ...(ofOne ? [PLACE] : [ORGANISATION]),
        { label: words.since, cell: ({ created_at }) => day(created_at) },
      ]}
    />
  );
}
