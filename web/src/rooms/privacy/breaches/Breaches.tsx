// The register of breaches, each with its clock of 72 hours.

import type { JSX } from 'preact';
import { say } from '../../../core/words';
import { Heading } from '../../../ui/Facts';
import { ActionButton } from '../../../ui/form/ActionButton';
import { LabField } from '../../accounts-desk/OrganisationField';
import { Register } from '../Register';
import { AccountField } from '../SubjectField';
import { Breach } from './Breach';
import { words } from './words';

/** The page. */
export default function Breaches(): JSX.Element {
  return (
    <>
      <Heading title={words.breaches} />
      <p>{say(words.about)}</p>
      <p>{say(words.onRecord)}</p>
      <Register
        callable="privacy/list_breaches"
        first="open"
        rows={({ breaches }) => breaches}
        empty={words.none}
        enter={(entered) => (
          <div class="actions">
            <ActionButton
              callable="privacy/open_breach"
              ask={['since', 'until', 'aware_at', 'lab_id', 'uid']}
              label={words.enter}
              labels={{
                since: words.since,
                until: words.until72,
                aware_at: words.awareAt,
                lab_id: words.lab,
                uid: words.account,
              }}
              hints={{ aware_at: words.awareHint, lab_id: words.one }}
              controls={{ lab_id: LabField, uid: AccountField }}
              afresh
              about={<p>{say(words.enterAbout)}</p>}
              onDone={({ state }) => entered(state)}
            />
          </div>
        )}
      >
        {(breaches, moved) => (
          <ul class="cards">
            {breaches.map((breach) => (
              <Breach key={breach.breach_id} breach={breach} moved={moved} />
            ))}
          </ul>
        )}
      </Register>
    </>
  );
}
