// The photo of a consent's signed form: its link.

import type { Consent } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { LinkButton } from '../../ui/LinkButton';
import { words } from './words';

/** The link to the form, or that there is none. */
export function Form({ consent }: { consent: Row<Consent> }): JSX.Element {
  if (consent.form === null) return <p>{say(words.formNone)}</p>;
  return (
    <LinkButton
      callable="scans/get_form_link"
      request={{ consent_id: consent.id }}
      links={(answer) => [answer]}
      label={words.formGet}
      of={consent.id}
    />
  );
}
