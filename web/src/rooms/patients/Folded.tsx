// A part of a page that is read once it is opened: nothing is paid for before.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../../core/words';

/** Draws its children from the first time that it is opened on. */
export function Folded(props: {
  readonly title: Text;
  readonly children: () => ComponentChildren;
}): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{say(props.title)}</summary>
      {opened && props.children()}
    </details>
  );
}
