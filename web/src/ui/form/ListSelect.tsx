// The choice of one of a list by its name: nobody types an id.

import type { JSX } from 'preact';
import type { Listed, Row } from '../../core/watch';
import { say } from '../../core/words';
import { More } from '../List';
import type { ControlProps } from './Control';
import { words } from './words';

/** What a choice of a list gets: of a form's field, or of a page's own. */
export interface ListSelectProps<T>
  extends Pick<ControlProps, 'id' | 'path' | 'value' | 'onChange'>,
    Partial<Pick<ControlProps, 'describedBy' | 'invalid'>> {
  readonly list: Listed<T>;
  /** What an entry is called. */
  readonly text: (row: Row<T>) => string;
}

/** Draws it; what is not on the first page is read by a button. */
export function ListSelect<T>(props: ListSelectProps<T>): JSX.Element {
  const { id, path, value, onChange, describedBy, invalid, list, text } = props;
  return (
    <>
      <select
        id={id}
        data-field={path}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{say(words.choose)}</option>
        {list.rows?.map((row) => (
          <option key={row.id} value={row.id}>
            {text(row)}
          </option>
        ))}
      </select>
      {list.more && <More more={list.more} />}
    </>
  );
}
