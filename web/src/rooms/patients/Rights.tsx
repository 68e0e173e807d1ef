// What a patient may ask about the data: a copy, and the erasure; and what was asked.

import type { Patient } from '@scanner/client';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { RequestList } from '../requests/RequestList';
import { words } from './words';

/** The section. */
export function Rights({ patient }: { patient: Row<Patient> }): JSX.Element {
  const { id, reference, name } = patient;
  const { route } = useLocation();
  const own = me.value;
  const owner = account.value?.owner ?? false;
  const subject = `clinics/${own?.org}/patients/${id}`;
  const list = useList(
    () => own && scanner().lists.clinicPrivacyRequestsOfPatient({ ...own, subject }),
    [own?.org, id],
  );
  const opened = ({ request_id }: { request_id: string }) => route(`/privacy/${request_id}`);
  const who = (
    <p>
      <strong>{`${name} · ${reference}`}</strong>
    </p>
  );
  return (
    <Section title={words.rights}>
      <RequestList list={list} empty={words.noRequests} />
      <div class="actions">
        <ActionButton
          callable="privacy/request_export"
          given={{ patient_id: id }}
          of={id}
          label={words.export}
          about={
            <>
              {who}
              <p>{say(words.exportAbout)}</p>
            </>
          }
          onDone={opened}
        />
        {owner && patient.erasure === null && (
          <ActionButton
            callable="privacy/request_erasure"
            given={{ patient_id: id }}
            of={id}
            label={words.erase}
            danger
            about={
              <>
                {who}
                <p>{say(words.eraseAbout)}</p>
              </>
            }
            onDone={opened}
          />
        )}
      </div>
      {!owner && <small>{say(words.ownerOnly)}</small>}
    </Section>
  );
}
