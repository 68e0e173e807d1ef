// The control that chooses one of a patient's consents.

import { type ConsentForClinic, FIELDS } from '@scanner/client';
import type { ComponentType } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import { words } from './words';

const SCOPES = FIELDS['scans/record_consent'].scope.of?.values ?? [];

/** Makes the control; keep it (`useMemo`) while the consents are the same. */
export function consentSelect(
  consents: readonly Row<ConsentForClinic>[],
): ComponentType<ControlProps> {
  return ({ id, path, value, onChange, describedBy, invalid }) => (
    <select
      id={id}
      data-field={path}
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{say(words.chooseConsent)}</option>
      {consents.map((consent) => (
        <option key={consent.id} value={consent.id}>
          {say(words.consentRow, {
            day: day(consent.obtained_at),
            scope: SCOPES.filter((each) => consent.scope.some((own) => own === each))
              .map((each) => nameOf('Scope', each))
              .join(', '),
          })}
        </option>
      ))}
    </select>
  );
}
