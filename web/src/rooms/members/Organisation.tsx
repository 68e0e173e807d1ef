// The clinic or lab of whoever is signed in: its name and address, and for owners its members.

import type { Clinic, Lab } from '@scanner/client';
import type { DocumentReference } from 'firebase/firestore';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { DocumentOf } from '../../ui/List';
import { Invites } from './Invites';
import { Members } from './Members';
import { words } from './words';

/** The page. */
export default function Organisation(): JSX.Element {
  const own = me.value;
  const owner = account.value?.owner ?? false;
  const uid = own?.uid ?? '';
  const document = useDocument<Clinic | Lab>(() => {
    if (own === null) return null;
    const { documents } = scanner();
    const found = own.role === 'clinic' ? documents.clinic(own.org) : documents.lab(own.org);
    return found as DocumentReference<Clinic | Lab>;
  }, [own?.org]);
  return (
    <>
      <Heading title={own?.role === 'clinic' ? words.clinic : words.lab} />
      <DocumentOf document={document}>
        {({ name, address, city, pincode }) => (
          <>
            <Facts
              rows={[
                [words.name, name],
                [words.address, address],
                [words.city, city],
                [words.pincode, pincode],
              ]}
            />
            {owner ? (
              <div class="actions">
                <ActionButton
                  callable="privacy/request_correction"
                  label={words.correct}
                  start={{ organisation: { name, address, city, pincode } }}
                  about={<p>{say(words.correctAbout)}</p>}
                />
              </div>
            ) : (
              <p>{say(words.notOwner)}</p>
            )}
          </>
        )}
      </DocumentOf>
      {owner && <Members />}
      {owner && <Invites />}
      <Section title={words.leaveTitle}>
        <ActionButton
          callable="accounts/remove_member"
          given={{ uid }}
          of={uid}
          label={words.leave}
          danger
          about={<p>{say(words.leaveAbout)}</p>}
        />
      </Section>
    </>
  );
}
