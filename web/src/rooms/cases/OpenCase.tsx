// Opens a case for a patient: a button for the patient's page.

import type { ConsentForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { consentSelect } from './consentSelect';
import { words } from './words';

interface OpenCaseProps {
  readonly patient_id: string;
  /** The consents of the patient; those that cover no scan are left out. */
  readonly consents: readonly Row<ConsentForClinic>[];
}

/** The button; without a consent it says what to do first. */
export function OpenCase({ patient_id, consents }: OpenCaseProps): JSX.Element {
  const { route } = useLocation();
  const usable = consents.filter(({ state, scope }) => state === 'given' && scope.includes('scan'));
  const ids = usable.map(({ id }) => id).join();
  const controls = useMemo(() => ({ consent_id: consentSelect(usable) }), [ids]);
  const only = usable.length === 1 ? usable[0]?.id : undefined;
  if (usable.length === 0) return <p>{say(words.noConsent)}</p>;
  return (
    <ActionButton
      callable="scans/open_case"
      given={{ patient_id }}
      ask={['consent_id', 'notes']}
      controls={controls}
      labels={{ consent_id: words.consentChoice }}
      start={only ? { consent_id: only } : {}}
      label={words.openCase}
      about={<p>{say(words.openCaseAbout)}</p>}
      onDone={({ case_id }) => route(`/cases/${case_id}`)}
    />
  );
}
