// A part of a page that is closed at first, and read only once it is opened.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../core/words';

/** What is in it is drawn, and so read, from the first opening on. */
export function Fold(props: {
  readonly title: Text;
  readonly children: () => ComponentChildren;
  /** By what the page and its tests find it. */
  readonly name?: string;
}): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details
      data-fold={props.name}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>{say(props.title)}</summary>
      {opened && props.children()}
    </details>
  );
}
