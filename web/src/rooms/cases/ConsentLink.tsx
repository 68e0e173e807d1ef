// The consent that a case rests on, as a link that says whether it stands.

import type { JSX } from 'preact';
import { day } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { words } from './words';

/** The link; it stands there before the consent is read. */
export function ConsentLink({ id }: { id: string }): JSX.Element {
  const { data } = useDocument(() => scanner().documents.consent(id), [id]);
  return (
    <a href={`/consents/${id}`} data-go="consent">
      {data
        ? say(words.consentOf, {
            state: nameOf('ConsentState', data.state),
            day: day(data.obtained_at),
          })
        : say(words.consent)}
    </a>
  );
}
