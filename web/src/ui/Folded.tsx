// A part of a page that is read only once somebody opens it.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../core/words';

/** A folded part: `children` is called once it is open, so that nothing is read before. */
export function Folded(props: {
  readonly title: Text;
  /** For the page and its tests to find it by. */
  readonly name: string;
  readonly children: () => ComponentChildren;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details data-fold={props.name} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(props.title)}</summary>
      {open && props.children()}
    </details>
  );
}
