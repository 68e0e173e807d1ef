// The steps that somebody may take now, as buttons: by the tables that the functions decide by.

import { type CallableName, type Enumeration, type StepParty, states } from '@scanner/client';
import type { JSX } from 'preact';
import { nameOf } from '../core/names';
import type { Text } from '../core/words';
import { ActionButton, type ActionButtonProps } from './form/ActionButton';

/** The form of a step: of any callable, named by its action where it has no label. */
export type StepForm = {
  [N in CallableName]: Omit<ActionButtonProps<N>, 'label'> & { readonly label?: Text };
}[CallableName];

/** How the steps of a machine are taken. */
export interface StepsProps {
  readonly machine: keyof typeof states;
  /** The enumeration of its actions, which the buttons are named by. */
  readonly enumeration: Enumeration;
  readonly state: string;
  readonly parties: readonly StepParty[];
  /** The form of each action; an action without one is not a button here. */
  readonly forms: Readonly<Record<string, StepForm>>;
}

/** Draws a button for each step that the table allows in this state; what leads on comes first. */
export function Steps({ machine, enumeration, state, parties, forms }: StepsProps): JSX.Element {
  const allowed = states[machine].steps(state, ...parties) as readonly string[];
  const rank = (action: string) => {
    const form = forms[action];
    return form?.look === 'primary' ? 0 : form?.danger ? 2 : 1;
  };
  return (
    <div class="actions" data-steps={machine}>
      {allowed
        .toSorted((a, b) => rank(a) - rank(b))
        .flatMap((action) => {
          const form = forms[action];
          if (form === undefined) return [];
          const label = form.label ?? nameText(enumeration, action);
          const props = { of: action, ...form, action, label } as ActionButtonProps<CallableName>;
          return [<ActionButton key={action} {...props} />];
        })}
    </div>
  );
}

/** The name of a value of an enumeration as a text. */
export const nameText = (enumeration: Enumeration, value: string): Text => ({
  en: nameOf(enumeration, value, 'en'),
  hi: nameOf(enumeration, value, 'hi'),
});
