// One field of a form: its label, its control by the declaration, its hint and what is wrong.

import type { Field } from '@scanner/client';
import type { ComponentType, InputHTMLAttributes, JSX, TargetedEvent } from 'preact';
import { ZONE } from '../../core/format';
import { labelOf, nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import { fieldsOf, isHundredths, type Problems, type Value, type Values } from './values';
import { words } from './words';

/** What a control gets; one of a page's own, too. */
export interface ControlProps {
  /** The id of the control; the label's `for`. */
  readonly id: string;
  /** The dotted path of the field in the request. */
  readonly path: string;
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Ids of the hint and of what is wrong. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** How a page changes the fields of a form, by the path without numbers: `slots.starts_at`. */
export interface Changes {
  readonly labels?: Readonly<Record<string, Text>>;
  readonly hints?: Readonly<Record<string, Text>>;
  readonly controls?: Readonly<Record<string, ComponentType<ControlProps>>>;
  /** Values of an enumeration that can be chosen here, in this order. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Fields of nested records that are not asked. */
  readonly hidden?: readonly string[];
}

interface FieldProps {
  readonly form: string;
  readonly name: string;
  /** The callable or record that it is a field of. */
  readonly within: string;
  /** The label, where the name has none: a key of a map. */
  readonly text?: string;
  readonly path: string;
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly problems: Problems;
  readonly changes: Changes;
}

/** What an amount is typed in. */
function unitOf({ unit }: Field): string {
  if (unit === 'paise') return ` ${say(words.inRupees)}`;
  return unit === 'basis_points' ? ` ${say(words.inPercent)}` : '';
}

const plainPath = (path: string) => path.replaceAll(/\.\d+/g, '');

/** Draws a field, with all that is nested in it. */
export function FormField(props: FieldProps): JSX.Element {
  const { form, name, path, field, changes, problems } = props;
  const key = plainPath(path);
  const label = changes.labels?.[key];
  const row = /\.(\d+)$/.exec(path)?.[1]; // one of a list, and the hint stands at the list
  const named = props.text ?? (label ? say(label) : labelOf(name, props.within));
  const text = row === undefined ? named : `${named} ${Number(row) + 1}`;
  const hint = row === undefined ? changes.hints?.[key] : undefined;
  const problem = problems[path];
  const id = `${form}-${path.replaceAll('.', '-')}`;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const Own = changes.controls?.[key];
  const unit = unitOf(field);
  const optional = field.required || field.kind === 'yes_no' ? '' : ` ${say(words.optional)}`;
  const notes = (
    <>
      {hint && <small id={`${id}-hint`}>{say(hint)}</small>}
      {problem && (
        <small id={`${id}-problem`} class="problem">
          {problem}
        </small>
      )}
    </>
  );
  const control: ControlProps = {
    id,
    path,
    field,
    value: props.value,
    onChange: props.onChange,
    describedBy: described || undefined,
    invalid: problem !== undefined,
  };
  if (!Own && (field.kind === 'record' || field.kind === 'list' || field.kind === 'map')) {
    return (
      <fieldset id={id} data-group={path} aria-describedby={described || undefined} tabIndex={-1}>
        <legend>{`${text}${optional}`}</legend>
        <Nested {...props} />
        {notes}
      </fieldset>
    );
  }
  if (!Own && field.kind === 'yes_no') {
    return (
      <div class="field">
        <label for={id}>
          <Plain {...control} />
          {text}
        </label>
        {notes}
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>{`${text}${unit}${optional}`}</label>
      {Own ? <Own {...control} /> : <Plain {...control} choices={changes.choices?.[key]} />}
      {notes}
    </div>
  );
}

function Nested(props: FieldProps): JSX.Element {
  const { path, field, value, onChange, changes } = props;
  if (field.kind === 'record') {
    const values = (value ?? {}) as Values;
    const fields = Object.entries(fieldsOf(field.record));
    return (
      <>
        {fields
          .filter(([name]) => !changes.hidden?.includes(plainPath(`${path}.${name}`)))
          .map(([name, inner]) => (
            <FormField
              {...props}
              key={name}
              name={name}
              within={field.record}
              path={`${path}.${name}`}
              field={inner}
              value={values[name]}
              onChange={(changed) => onChange({ ...values, [name]: changed })}
            />
          ))}
      </>
    );
  }
  if (field.kind === 'map') {
    const entries = (value ?? {}) as Values;
    const offered = changes.choices?.[plainPath(path)] ?? field.keys.values ?? [];
    return (
      <>
        {offered.map((key) => (
          <FormField
            {...props}
            key={key}
            name={key}
            text={nameOf(field.keys.enumeration ?? '', key)}
            path={`${path}.${key}`}
            field={{ ...field.of, required: false }}
            value={entries[key]}
            onChange={(changed) => onChange({ ...entries, [key]: changed })}
          />
        ))}
      </>
    );
  }
  const each = field.of as Field;
  const rows = (value ?? []) as readonly Value[];
  if (each.kind === 'choice') return <Ticks {...props} rows={rows as readonly string[]} />;
  const set = (index: number, changed: Value) =>
    onChange(rows.map((old, at) => (at === index ? changed : old)));
  return (
    <>
      {rows.map((row, index) => (
        <div class="part" key={index}>
          <FormField
            {...props}
            path={`${path}.${index}`}
            field={each}
            value={row}
            onChange={(changed) => set(index, changed)}
          />
          {rows.length > (field.least ?? 0) && (
            <button
              type="button"
              class="secondary outline"
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              {say(words.remove)}
            </button>
          )}
        </div>
      ))}
      {rows.length < (field.most ?? Infinity) && (
        <button
          type="button"
          class="secondary outline"
          data-add={path}
          onClick={() => onChange([...rows, each.kind === 'record' ? {} : ''])}
        >
          {say(words.add)}
        </button>
      )}
    </>
  );
}

function Ticks({ path, field, rows, onChange, changes }: FieldProps & { rows: readonly string[] }) {
  const { enumeration = '', values = [] } = field.of as Field;
  const offered = changes.choices?.[plainPath(path)] ?? values;
  const toggled = (value: string) =>
    rows.includes(value) ? rows.filter((each) => each !== value) : [...rows, value];
  return (
    <>
      {offered.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            data-field={path}
            value={value}
            checked={rows.includes(value)}
            onChange={() => onChange(toggled(value))}
          />
          {nameOf(enumeration, value)}
        </label>
      ))}
    </>
  );
}

/** The control of a plain field, by its kind. */
function Plain(props: ControlProps & { choices?: readonly string[] | undefined }): JSX.Element {
  const { id, path, field, value, onChange, describedBy, invalid, choices } = props;
  const shared = {
    id,
    'data-field': path,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': field.required || undefined,
  };
  const typed = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(event.currentTarget.value);
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'yes_no') {
    return (
      <input
        {...shared}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (field.kind === 'choice') {
    const offered = choices ?? field.values ?? [];
    return (
      <select {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say(field.required ? words.choose : words.nothing)}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {nameOf(field.enumeration ?? '', each)}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'text' && field.lines) {
    return <textarea {...shared} rows={3} maxLength={field.most} value={text} onInput={typed} />;
  }
  return <input {...shared} {...inputOf(path, field)} value={text} onInput={typed} />;
}

const NAMED: Readonly<Record<string, InputHTMLAttributes>> = {
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'off' },
  pincode: { inputMode: 'numeric' },
};

function inputOf(path: string, field: Field): InputHTMLAttributes {
  if (field.kind === 'day') return { type: 'date' };
  if (field.kind === 'month') return { type: 'month' };
  if (field.kind === 'time') return { type: 'time' };
  if (field.kind === 'moment') return { type: 'datetime-local', title: ZONE };
  if (field.kind === 'whole' && (field.least ?? 0) < 0) return { type: 'text' }; // with a minus
  if (field.kind === 'whole') {
    return { type: 'text', inputMode: isHundredths(field) ? 'decimal' : 'numeric' };
  }
  if (field.kind === 'number') return { type: 'text', inputMode: 'decimal' };
  if (field.format === 'email') {
    return { type: 'email', inputMode: 'email', autocomplete: 'off', autocapitalize: 'none' };
  }
  const name = path.slice(path.lastIndexOf('.') + 1);
  return { type: 'text', autocomplete: 'off', ...NAMED[name] };
}
