// The choice of a clinic or a lab by its name: nobody types an id.

import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import type { ControlProps } from '../../ui/form/Control';
import { ListSelect } from '../../ui/form/ListSelect';

const text = ({ name, city }: { name: string; city: string }) => `${name}, ${city}`;

/** A control of a form: one of all clinics. */
export function ClinicField(props: ControlProps): JSX.Element {
  const list = useList(() => scanner().lists.adminClinics(), []);
  return <ListSelect {...props} list={list} text={text} />;
}

/** A control of a form: one of all labs. */
export function LabField(props: ControlProps): JSX.Element {
  const list = useList(() => scanner().lists.adminLabs(), []);
  return <ListSelect {...props} list={list} text={text} />;
}
