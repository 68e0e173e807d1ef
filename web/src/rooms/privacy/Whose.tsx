// Whose data something is about, with the way to what an admin may see of them.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import audit from '../audit/audit.module.css';
import { Person } from '../audit/Person';
import { Subject } from '../audit/Subject';
import { words } from './words';

/** Shows a path of a person, a patient, an organisation, a case or an order. */
export function Whose({ path }: { path: string }): JSX.Element {
  const [collection, id = '', below, patient] = path.split('/');
  if (collection === 'users' && below === undefined) return <Person uid={id} />;
  if (collection !== 'clinics' || below !== 'patients' || !patient) return <Subject path={path} />;
  return (
    <span>
      {say(words.patientOf)} <a href={`/organisations/${id}`}>{say(words.theClinic)}</a>{' '}
      <small class={audit.path}>{patient}</small>{' '}
      <a href={`/consent-records/${id}/${patient}`} data-go="record">
        {say(words.record)}
      </a>
    </span>
  );
}
