// The text that a patient or guardian agrees to, in the language that it is read in.

import type { Scope } from '@scanner/client';
import type { JSX } from 'preact';
import type { Language } from '../../core/words';
import css from './consents.module.css';
import { NOTICE, POINTS, SAYS, SCOPES } from './text';

/** Draws the points that were chosen and the notice that belongs to any consent. */
export function ConsentText(props: {
  readonly language: Language;
  readonly scope: readonly string[];
  readonly guardian: boolean;
}): JSX.Element {
  const { language, scope, guardian } = props;
  const points = SCOPES.filter((each: Scope) => scope.includes(each));
  return (
    <div class={css.reading} lang={language} data-consent-text>
      <p>{SAYS[guardian ? 'guardian' : 'patient'][language]}</p>
      <ol>
        {points.map((each) => (
          <li key={each}>{POINTS[each][language]}</li>
        ))}
      </ol>
      {NOTICE.map((each) => (
        <p key={each.en}>{each[language]}</p>
      ))}
    </div>
  );
}
