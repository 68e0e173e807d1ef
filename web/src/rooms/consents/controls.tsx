// The control of a consent's language: a choice where the wire takes any tag.

import type { ComponentType, JSX } from 'preact';
import { say } from '../../core/words';
import type { ControlProps } from '../../ui/form/Control';
import { words as formWords } from '../../ui/form/words';
import { LANGUAGES, languageName } from './languages';

const choiceOf =
  (offered: readonly string[]): ComponentType<ControlProps> =>
  (props): JSX.Element => (
    <select
      id={props.id}
      data-field={props.path}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      aria-required
      value={String(props.value ?? '')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="">{say(formWords.choose)}</option>
      {offered.map((tag) => (
        <option key={tag} value={tag}>
          {languageName(tag)}
        </option>
      ))}
    </select>
  );

/** The languages of the console's own text. */
export const OwnLanguages = choiceOf(['en', 'hi']);

/** All languages that a clinic's text may be in. */
export const AllLanguages = choiceOf(LANGUAGES);
