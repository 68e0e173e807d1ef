// The text of the privacy policy in force, to be read before it is accepted.

import type { PolicyInForce } from '@scanner/client';
import type { JSX } from 'preact';
import { say } from '../../core/words';
import { blocksOf } from './blocks';
import { words } from './words';

/** The text as it was published: lines that begin with a dash are items, numbered ones headings. */
export function PolicyText({ policy }: { policy: PolicyInForce }): JSX.Element {
  if (policy.text === null) return <p>{say(words.policyElsewhere)}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section class="policy" tabIndex={0} aria-label={say(words.policy)} lang="en">
      {blocksOf(policy.text).map((block, index) =>
        typeof block === 'string' ? (
          <p key={index}>{/^\d+\. /.test(block) ? <strong>{block}</strong> : block}</p>
        ) : (
          <ul key={index}>
            {block.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </section>
  );
}
