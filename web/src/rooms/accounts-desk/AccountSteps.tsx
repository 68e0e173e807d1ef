// What an admin may do with an account now: let in, turn down, suspend, reinstate, another role.

import { FIELDS, type Role } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { me } from '../../core/session';
import { say } from '../../core/words';
import { Steps } from '../../ui/Steps';
import { ClinicField, LabField } from './OrganisationField';
import { words } from './words';

/** The account that is decided on. */
export interface Decided {
  readonly uid: string;
  readonly status: string;
  readonly name: string;
  /** Undefined where it is not known here; only `yes` can be approved. */
  readonly emailVerified?: string;
}

const REASON = { hints: { reason: words.reasonRead }, ask: ['reason'] as const };

/** Draws the buttons; `onDone` reads anew what is not listened to. */
export function AccountSteps(props: { account: Decided; onDone?: () => void }): JSX.Element {
  const { account, onDone } = props;
  const { uid, status, name, emailVerified } = account;
  const [role, setRole] = useState('');
  if (uid === me.value?.uid) return <p>{say(words.own)}</p>;
  const about = (text: ComponentChildren) => (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{text}</p>
    </>
  );
  const shared = { given: { uid }, of: uid, onDone: () => onDone?.() };
  const organisation = role === 'clinic' ? ClinicField : LabField;
  const ofOrganisation = role === 'clinic' || role === 'lab';
  return (
    <Steps
      machine="account"
      enumeration="AccountAction"
      state={status}
      parties={['admin']}
      forms={{
        approve: {
          ...shared,
          callable: 'accounts/approve_account',
          look: 'primary',
          about: about(say(words.approveAbout)),
          ready: emailVerified === undefined || emailVerified === 'yes' || words.emailFirst,
        },
        reject: {
          ...shared,
          ...REASON,
          callable: 'accounts/reject_account',
          about: about(say(words.rejectAbout)),
        },
        change_role: {
          ...shared,
          callable: 'accounts/change_role',
          ask: ofOrganisation ? ['role', 'org'] : ['role'],
          needed: ['org'],
          choices: { role: FIELDS['accounts/change_role'].role.values ?? [] },
          labels: { org: words.organisation },
          controls: { org: organisation },
          // A clinic is no lab: what was chosen for the one is not sent for the other.
          follow: (changed, before) =>
            changed['role'] === before['role'] ? changed : { ...changed, org: '' },
          onValues: (values) => setRole(String(values['role'] ?? '') as Role | ''),
          about: about(say(words.roleAbout)),
        },
        suspend: {
          ...shared,
          ...REASON,
          callable: 'accounts/suspend_account',
          danger: true,
          about: about(say(words.suspendAbout)),
        },
        reinstate: {
          ...shared,
          callable: 'accounts/reinstate_account',
          about: about(say(words.reinstateAbout)),
        },
      }}
    />
  );
}
