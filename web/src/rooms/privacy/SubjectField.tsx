// Whose data it is, chosen by kind and from lists where there are any, as the path that is sent.

import { FIELDS, type Role } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import { ListSelect } from '../../ui/form/ListSelect';
import { ClinicField, LabField } from '../accounts-desk/OrganisationField';
import css from './privacy.module.css';
import { words } from './words';

/** What a path can name. */
export type SubjectKind = keyof typeof words.kinds;

const ROLES = FIELDS['accounts/change_role'].role.values ?? [];

/** A control of a form: an account, by its role and name; its value is the uid. */
export function AccountField(props: ControlProps): JSX.Element {
  const id = useId();
  const [role, setRole] = useState<Role>('clinic');
  const list = useList(() => scanner().lists.adminUsersByRole({ role }), [role]);
  return (
    <div class={css.subject}>
      <label for={id}>{say(words.role)}</label>
      <select
        id={id}
        data-part="role"
        value={role}
        onChange={(event) => {
          setRole(event.currentTarget.value as Role);
          props.onChange('');
        }}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {nameOf('Role', each)}
          </option>
        ))}
      </select>
      <label for={props.id}>{say(words.account)}</label>
      <ListSelect {...props} list={list} text={({ name }) => name} />
    </div>
  );
}

/** Makes a control that takes these kinds of subjects. */
export function subjectField(kinds: readonly SubjectKind[]): (props: ControlProps) => JSX.Element {
  return function SubjectField(props: ControlProps): JSX.Element {
    const own = useId();
    const [kind, setKind] = useState<SubjectKind>(kinds[0] ?? 'users');
    const [clinic, setClinic] = useState('');
    const path = typeof props.value === 'string' ? props.value : '';
    const last = path.split('/').at(-1) ?? '';
    const take = (collection: string) => (id: unknown) => {
      const typed = typeof id === 'string' ? id.trim() : '';
      props.onChange(typed && `${collection}/${typed}`);
    };
    const inner = { ...props, path: `${props.path}.id`, value: last };
    const typed = (label: string, collection: string) => (
      <>
        <label for={props.id}>{label}</label>
        <input
          id={props.id}
          type="text"
          data-field={`${props.path}.id`}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid || undefined}
          value={last}
          onInput={(event) => take(collection)(event.currentTarget.value)}
        />
      </>
    );
    return (
      <div class={css.subject}>
        <label for={own}>{say(words.kindOfSubject)}</label>
        <select
          id={own}
          data-part="kind"
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as SubjectKind);
            props.onChange('');
          }}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {say(words.kinds[each])}
            </option>
          ))}
        </select>
        {kind === 'users' && <AccountField {...inner} onChange={take('users')} />}
        {kind === 'clinics' && <ClinicField {...inner} onChange={take('clinics')} />}
        {kind === 'labs' && <LabField {...inner} onChange={take('labs')} />}
        {kind === 'patients' && (
          <>
            <label for={`${own}-clinic`}>{say(words.clinic)}</label>
            <ClinicField
              {...inner}
              id={`${own}-clinic`}
              path={`${props.path}.clinic`}
              describedBy={undefined}
              value={clinic}
              onChange={(id) => {
                setClinic(typeof id === 'string' ? id : '');
                props.onChange('');
              }}
            />
            {clinic && typed(say(words.patientId), `clinics/${clinic}/patients`)}
          </>
        )}
        {kind === 'cases' && typed(say(words.caseId), 'cases')}
        {kind === 'orders' && typed(say(words.orderId), 'orders')}
      </div>
    );
  };
}

/** Makes a control for a list of such paths. */
export function subjectsField(kinds: readonly SubjectKind[]): (props: ControlProps) => JSX.Element {
  const One = subjectField(kinds);
  return function SubjectsField(props: ControlProps): JSX.Element {
    const known = Array.isArray(props.value) ? (props.value as readonly string[]) : [];
    const rows = known.length > 0 ? known : [''];
    const set = (index: number, path: unknown) =>
      props.onChange(rows.map((old, at) => (at === index ? String(path ?? '') : old)));
    return (
      <div id={props.id} class={css.subject}>
        {rows.map((row, index) => (
          // Rows have no identity of their own, and each keeps its kind by its place.
          <div class="part" key={index}>
            <One
              {...props}
              id={`${props.id}-${index}`}
              path={`${props.path}.${index}`}
              value={row}
              onChange={(path) => set(index, path)}
            />
          </div>
        ))}
        <div class="actions">
          <button
            type="button"
            class="secondary outline"
            data-add={props.path}
            onClick={() => props.onChange([...rows, ''])}
          >
            {say(words.add)}
          </button>
          {rows.length > 1 && (
            <button
              type="button"
              class="secondary outline"
              data-remove={props.path}
              onClick={() => props.onChange(rows.slice(0, -1))}
            >
              {say(words.remove)}
            </button>
          )}
        </div>
      </div>
    );
  };
}
