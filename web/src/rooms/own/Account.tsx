// The own account: who one is, how one hears from Scanner, and the rights over one's data.

import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import { account, me, session } from '../../core/session';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { Devices } from './Devices';
import { NameChange } from './NameChange';
import { Preferences } from './Preferences';
import { OwnRights } from './Rights';
import { EmailChange, PasswordChange } from './SignInData';
import { words } from './words';

/** The page. */
export default function Account(): JSX.Element | null {
  const own = account.value;
  const who = me.value;
  if (own === null || who === null) return null; // the whole page tells it
  const { name, email, phone, role, policy_version, policy_accepted_at } = own;
  return (
    <>
      <Heading title={words.account} />
      <Facts
        rows={[
          [words.name, name],
          [words.email, email],
          [words.phone, phone],
          [words.role, role && nameOf('Role', role)],
          [
            words.policy,
            policy_version &&
              policy_accepted_at &&
              say(words.policyOn, { version: policy_version, day: day(policy_accepted_at) }),
          ],
        ]}
      />
      <Follow email={email} />
      <div class="actions">
        <NameChange uid={who.uid} name={name} />
        <ActionButton
          callable="accounts/change_phone"
          label={words.changePhone}
          start={{ phone: phone ?? '' }}
        />
        <EmailChange />
        <PasswordChange email={who.email} />
      </div>
      <Section title={words.preferences}>
        <Preferences me={who} />
      </Section>
      <Section title={words.devices}>
        <Devices uid={who.uid} />
      </Section>
      <Section title={words.rights}>
        <OwnRights uid={who.uid} />
      </Section>
    </>
  );
}

/** The address was changed in Auth, and the account still has the one before. */
function Follow({ email }: { email: string }) {
  const now = session.value;
  const own = now.step === 'active' ? now.me.email : '';
  if (own === '' || own === email) return null;
  return (
    <div class="fault" role="status">
      <p>{say(words.emailDiffers, { email: own, old: email })}</p>
      <ActionButton callable="accounts/follow_email" label={words.followEmail} />
    </div>
  );
}
