// The register of authorities' demands: entered by one admin, decided on by another.

import type { JSX } from 'preact';
import { say } from '../../../core/words';
import { Heading } from '../../../ui/Facts';
import { ActionButton } from '../../../ui/form/ActionButton';
import { Register } from '../Register';
import { subjectsField } from '../SubjectField';
import { Disclosure } from './Disclosure';
import { words } from './words';

const Scope = subjectsField(['patients', 'users', 'cases', 'orders']);

/** The page. */
export default function Disclosures(): JSX.Element {
  return (
    <>
      <Heading title={words.disclosures} />
      <p>{say(words.about)}</p>
      <p>{say(words.onRecord)}</p>
      <Register
        callable="privacy/list_disclosures"
        first="requested"
        rows={({ disclosures }) => disclosures}
        empty={words.none}
        enter={(entered) => (
          <div class="actions">
            <ActionButton
              callable="privacy/request_disclosure"
              ask={['authority', 'file_number', 'ground', 'scope', 'secrecy']}
              label={words.enter}
              controls={{ scope: Scope }}
              afresh
              hints={{ authority: words.authorityHint, secrecy: words.secrecyHint }}
              about={<p>{say(words.enterAbout)}</p>}
              onDone={({ state }) => entered(state)}
            />
          </div>
        )}
      >
        {(disclosures, moved) => (
          <ul class="cards">
            {disclosures.map((each) => (
              <Disclosure key={each.disclosure_id} disclosure={each} moved={moved} />
            ))}
          </ul>
        )}
      </Register>
    </>
  );
}
