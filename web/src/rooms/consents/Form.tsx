// The photo of a consent's signed form: its link, or the place to upload it once.

import type { Consent } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { LinkButton } from '../../ui/LinkButton';
import { UploadBox } from '../uploads/UploadBox';
import { words } from './words';

/** The link to the form; where there is none and the consent stands, one can be added. */
export function Form({ consent }: { consent: Row<Consent> }): JSX.Element {
  const { id, form, state } = consent;
  if (form === null) {
    return (
      <>
        <p>{say(state === 'given' ? words.formNone : words.formNever)}</p>
        {state === 'given' && <UploadBox target={{ consent_id: id }} camera />}
      </>
    );
  }
  return (
    <LinkButton
      callable="scans/get_form_link"
      request={{ consent_id: id }}
      links={(answer) => [answer]}
      label={words.formGet}
      of={id}
    />
  );
}
