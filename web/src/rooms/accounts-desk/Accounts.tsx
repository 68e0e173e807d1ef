// All accounts: of one status or of one role.

import { FIELDS, type Role, type Status } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import css from '../audit/audit.module.css';
import { AccountTable } from './AccountTable';
import { words } from './words';

const ROLES = FIELDS['accounts/change_role'].role.values ?? [];
const STATUSES = FIELDS['accounts/list_accounts'].status.values ?? [];

/** The page. */
export default function Accounts(): JSX.Element {
  const id = useId();
  const [asked, setAsked] = useState('role clinic');
  const [by, value = ''] = asked.split(' ');
  const list = useList(() => {
    const { lists } = scanner();
    return by === 'role'
      ? lists.adminUsersByRole({ role: value as Role })
      : lists.adminUsersByStatus({ status: value as Status });
  }, [asked]);
  return (
    <>
      <Heading title={words.accounts} />
      <div class={`field ${css.narrow}`}>
        <label for={id}>{say(words.show)}</label>
        <select
          id={id}
          data-field="asked"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        >
          <optgroup label={say(words.byRole)}>
            {ROLES.map((each) => (
              <option key={each} value={`role ${each}`}>
                {nameOf('Role', each)}
              </option>
            ))}
          </optgroup>
          <optgroup label={say(words.byStatus)}>
            {STATUSES.map((each) => (
              <option key={each} value={`status ${each}`}>
                {nameOf('Status', each)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <AccountTable list={list} caption={words.accounts} empty={words.noAccounts} />
    </>
  );
}
